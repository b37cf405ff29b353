namespace Reelwright.Media.Ffmpeg;

/// <summary>An output under a temporary name beside its final one: it appears whole or not at all.</summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string _path;

    public PartialFile(string path)
    {
        _path = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(_path)!;
        Directory.CreateDirectory(folder);
        Temporary = Path.Combine(folder, $".{Path.GetFileName(_path)}.{Path.GetRandomFileName()}.partial");
    }

    public string Temporary { get; }

    /// <exception cref="FfmpegFailedException">The program said it succeeded and left nothing.</exception>
    public void Complete()
    {
        if (new FileInfo(Temporary) is not { Exists: true, Length: > 0 })
        {
            throw new FfmpegFailedException($"ffmpeg reported success but left no '{Path.GetFileName(_path)}'.");
        }

        File.Move(Temporary, _path, overwrite: true);
    }

    public void Dispose() => File.Delete(Temporary);
}
