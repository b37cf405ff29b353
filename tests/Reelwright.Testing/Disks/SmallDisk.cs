using System.Diagnostics;

namespace Reelwright.Testing.Disks;

/// <summary>A real file system of a few megabytes that can really be full. It needs the right to mount one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    /// <summary>Why a test is skipped where there is none.</summary>
    public const string Needed = "This test needs the right to mount a small tmpfs.";

    private SmallDisk()
    {
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("reelwright-disk-").FullName;

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Null where nobody may mount: then the test has to be skipped.</summary>
    /// <param name="kilobytes">All the room that it has.</param>
    /// <param name="readOnly">Takes no writes at all.</param>
    public static async Task<SmallDisk?> TryMountAsync(int kilobytes, bool readOnly = false)
    {
        var disk = new SmallDisk();
        var mode = readOnly ? "ro" : "rw";
        if (OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k,{mode}", "tmpfs", disk.Path) == 0)
        {
            return disk;
        }

        Directory.Delete(disk.Path);
        return null;
    }

    /// <summary>Takes all room but so much.</summary>
    public void Fill(int leaveKilobytes)
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            file.SetLength(Math.Max(0, file.Length - (leaveKilobytes * 1024L)));
        }
    }

    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", Path);
        Directory.Delete(Path);
    }

    private static async Task<int> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true });
        await process!.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
