namespace Reelwright.Media.Ffmpeg;

/// <summary>An output under a temporary name beside its final one, so that it appears complete or not at all.</summary>
internal sealed class PartialFile : IDisposable
{
    public PartialFile(string path)
    {
        FinalPath = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(FinalPath)!;
        Directory.CreateDirectory(folder);
        Temporary = Path.Combine(folder, $".{Path.GetFileName(FinalPath)}.{Path.GetRandomFileName()}.partial");
    }

    public string FinalPath { get; }

    public string Temporary { get; }

    /// <exception cref="FfmpegFailedException">The program said it succeeded and left nothing.</exception>
    public void Complete()
    {
        if (!File.Exists(Temporary))
        {
            throw new FfmpegFailedException($"ffmpeg reported success but left no '{Path.GetFileName(FinalPath)}'.");
        }

        File.Move(Temporary, FinalPath, overwrite: true);
    }

    public void Dispose() => File.Delete(Temporary);
}
