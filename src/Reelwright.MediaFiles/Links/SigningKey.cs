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
        if (!File.Exists(path))
        {
            Make(path, time);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Length
            ? key
            : throw new InvalidDataException(
                $"The media signing key {path} has {key.Length} bytes instead of {Length}. Delete it and start again; media URLs handed out before stop working.");
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
