using System.Runtime.InteropServices;

namespace Reelwright.Serving;

/// <summary>
/// Ends a server that a command started: once that command has ended, which closes our standard input, and no other command uses the
/// server. Until this process has ended no other process can join, because the lock of the users is taken.
/// </summary>
internal sealed class TemporaryLife(string dataFolder, TimeProvider time, CancellationTokenSource stopping) : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private IDisposable? users;

    /// <summary>Stops the server when its input is closed and no command uses it.</summary>
    public void UntilUnused()
    {
        // Out of the terminal's process group: Ctrl-C there is for the command, and others may still use this server.
        _ = setsid();
        _ = WaitAsync(forUsers: true);
    }

    /// <summary>Stops the server when its input is closed.</summary>
    public void UntilInputCloses() => _ = WaitAsync(forUsers: false);

    public void Dispose() => users?.Dispose();

    private async Task WaitAsync(bool forUsers)
    {
        await using (var input = Console.OpenStandardInput())
        {
            await input.CopyToAsync(Stream.Null, CancellationToken.None);
        }

        while (forUsers && Directory.Exists(dataFolder) && (users = FolderLock.TryTake(dataFolder, FolderLock.Users)) is null)
        {
            await Task.Delay(LookAgain, time, CancellationToken.None);
        }

        await stopping.CancelAsync();
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setsid();
}
