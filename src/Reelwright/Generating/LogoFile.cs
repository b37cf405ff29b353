using Reelwright.Media.Ffmpeg;
using Reelwright.Terminal;

namespace Reelwright.Generating;

/// <summary>A logo that was given as a file of this machine, checked before a server starts or money is spent.</summary>
internal sealed record LogoFile(string Path, byte[] Content, string Extension)
{
    private const int MostBytes = 5_000_000;
    private const string Wanted = "Give a PNG, JPEG or WebP file, or the https URL of one.";

    /// <summary>Null when nothing was given, or a URL: the server judges that.</summary>
    /// <exception cref="CommandException">The file cannot be read, or is no picture that a film can show.</exception>
    public static LogoFile? Read(string? given)
    {
        if (given is null || IsUrl(given))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(given))
        {
            throw Refuse("the value is empty.");
        }

        try
        {
            return ReadFile(PathOf(given));
        }
        catch (MediaRejectedException fault)
        {
            throw Refuse(fault.Message, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refuse($"'{given}' cannot be read: {fault.Message}", fault);
        }
    }

    private static LogoFile ReadFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw Refuse($"{path} is a folder.");
        }

        // A pipe or a device has no length, and reading it may never end.
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw Refuse($"there is no file {path}.");
        }

        if (file.Length > MostBytes || (file.Attributes & FileAttributes.Device) != 0)
        {
            throw Refuse($"{path} has {file.Length:n0} bytes; at most {MostBytes:n0} are accepted.");
        }

        var picture = StillPicture.Read(path);
        return new LogoFile(path, File.ReadAllBytes(path), picture.Extension);
    }

    private static bool IsUrl(string given) =>
        given.Contains("://", StringComparison.Ordinal) && !given.StartsWith("file://", StringComparison.OrdinalIgnoreCase);

    private static string PathOf(string given) => System.IO.Path.GetFullPath(
        given.StartsWith("file://", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(given, UriKind.Absolute, out var url) ? url.LocalPath : given);

    private static CommandException Refuse(string reason, Exception? cause = null) => new(ExitCodes.BadInput, $"--logo: {reason} {Wanted}", cause);
}
