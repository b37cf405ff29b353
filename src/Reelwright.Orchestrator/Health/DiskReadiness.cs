using System.Globalization;
using Microsoft.Extensions.Options;
using Reelwright.Hosting.Configuration;
using Reelwright.MediaFiles;

namespace Reelwright.Orchestrator.Health;

/// <summary>The built-in check of the data and media folders: each must accept a small file.</summary>
internal sealed class DiskReadiness(IOptions<DataOptions> data, IOptions<MediaFilesOptions> media, StoredFiles files, TimeProvider time)
{
    private const int TrialBytes = 64 * 1024;

    private static readonly TimeSpan LongestExplanation = TimeSpan.FromMilliseconds(500);

    private readonly (string Path, string Setting)[] folders =
        [(Path.GetFullPath(data.Value.Folder), "DATA_DIR"), (Path.GetFullPath(media.Value.Folder), "MEDIA_FOLDER")];

    public Task<ReadinessFault?> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(files.FindFault() ?? folders.Select(folder => Try(folder.Path, folder.Setting)).FirstOrDefault(fault => fault is not null));
    }

    /// <summary>The fault of the disk behind a fault of the database; null when the disk is sound or does not answer in time.</summary>
    public async Task<ReadinessFault?> ExplainAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Bounded.RunAsync(RunAsync, LongestExplanation, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static ReadinessFault? Try(string folder, string setting)
    {
        // Always the same name, so that a crash leaves at most one file behind.
        var trial = Path.Combine(folder, ".write-check");
        try
        {
            using var file = new FileStream(
                trial, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.DeleteOnClose);
            file.Write(new byte[TrialBytes]);
            return null;
        }
        catch (IOException exception) when (MediaStoreFullException.IsCausedBy(exception))
        {
            return new(
                $"There is no room left in {folder}: {Free(folder)}.",
                $"Free some space there, or point {setting} to a larger disk and restart.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(
                $"The folder {folder} can not be written: {exception.Message.TrimEnd('.')}.",
                $"Make it writable for the user that runs this server, or point {setting} to another folder and restart.");
        }
    }

    private static string Free(string folder)
    {
        const double Megabyte = 1_000_000;
        var drive = new DriveInfo(folder);
        return string.Create(
            CultureInfo.InvariantCulture, $"{drive.AvailableFreeSpace / Megabyte:0.0} MB of {drive.TotalSize / Megabyte:0.0} MB are free");
    }
}
