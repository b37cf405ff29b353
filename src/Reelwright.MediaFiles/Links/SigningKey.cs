using System.Security.Cryptography;
using System.Text;

namespace Reelwright.MediaFiles.Links;

/// <summary>The secret of media URLs: configured, or generated once by the first process of an installation.</summary>
internal static class SigningKey
{
    private const int Length = 32;

    public static byte[] Load(MediaFilesOptions options, TimeProvider time) => options.SigningKey is { Length: > 0 } secret
        ? Encoding.UTF8.GetBytes(secret)
        : ReadOrMake(Path.GetFullPath(options.SigningKeyFile), time);

    private static byte[] ReadOrMake(string path, TimeProvider time)
    {
        byte[] key;
        try
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                Make(path, time);
            }

            key = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MediaSetupException(
                $"The media signing key {path} can't be read or created ({problem.Message.TrimEnd('.')}). "
                + "Make the file readable and its folder writable for the user that runs Reelwright, or set MEDIA_SIGNING_KEY.",
                problem);
        }

        return key.Length == Length && key.AsSpan().ContainsAnyExcept((byte)0)
            ? key
            : throw new MediaSetupException(
                $"The media signing key {path} is damaged: it has {key.Length} bytes{(key.Length == Length ? ", all zero," : "")} instead of {Length} random ones. "
                + "Restore it from a backup, or delete it to get a new one; media URLs that were handed out before stop working then.");
    }

    // Written under a temporary name and then renamed, so that a second process never reads an incomplete key.
    private static void Make(string path, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.CreateVersion7(time.GetUtcNow()):n}";
        var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(temporary, creation))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
