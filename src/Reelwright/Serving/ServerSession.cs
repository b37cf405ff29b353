using Reelwright.Api;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>
/// A connection to the server that was found, or to one that this command starts. Of many commands on one folder one starts the server and
/// the others wait for it; it stays until the last of them is done.
/// </summary>
internal sealed class ServerSession : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>A server that stops may hear out paid calls for a minute and a half.</summary>
    private static readonly TimeSpan WaitsAtMost = TimeSpan.FromMinutes(3);

    private readonly ServerFinder finder;
    private readonly TimeProvider time;
    private LocalServer? own;
    private IDisposable? users;
    private bool hasSaidThatItWaits;

    private ServerSession(ServerFinder finder, TimeProvider time)
    {
        this.finder = finder;
        this.time = time;
    }

    public OrchestratorClient Client { get; private set; } = null!;

    /// <summary>False when the server, and with it the URLs of its films, ends with the commands that use it.</summary>
    public bool Stays { get; private set; }

    /// <summary>Whether a server that has gone can be replaced by one of our own on the same data.</summary>
    public bool CanReopen => own is null && !finder.IsNamed;

    /// <summary>Cancelled when a server of our own ends by itself.</summary>
    public CancellationToken Died => own?.Died ?? CancellationToken.None;

    /// <summary>The job whose end this command waits for and reports.</summary>
    public Guid? Watched { get; set; }

    public string LastWords => own?.LastWords ?? string.Empty;

    /// <summary>Whether the server keeps its jobs and media in this folder of this machine.</summary>
    public bool WorksOn(string dataFolder) => RunningServer.Read(dataFolder) is { } running && new Uri(running.Url) == Client.Server;

    public static async Task<ServerSession> OpenAsync(ServerFinder finder, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new ServerSession(finder, time);
        try
        {
            await session.ConnectAsync(cancellationToken);
            return session;
        }
        catch
        {
            session.users?.Dispose();
            throw;
        }
    }

    /// <summary>After the server has gone, such as one that was stopped or killed.</summary>
    public async Task ReopenAsync(CancellationToken cancellationToken)
    {
        Client.Dispose();
        await ConnectAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null && !Died.IsCancellationRequested)
        {
            var resumed = own.Resumed.Select(job => job.Id).Where(job => job != Watched).ToList();
            if (await UnfinishedJob.StillAsync(Client, resumed, time) is { Count: > 0 } unfinished)
            {
                Screen.Remark(UnfinishedJob.FarewellTo(unfinished, finder.Options));
            }
        }

        Client.Dispose();
        users?.Dispose();
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }

    /// <summary>
    /// 1. A server that answers is used; a temporary one only under a share of the users' lock, without which it may be about to stop.
    /// 2. Else the one command that gets the start lock starts a server, when no process has the database. 3. The others wait and look
    /// again.
    /// </summary>
    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < WaitsAtMost)
        {
            // 1.
            var found = await finder.FindAsync(cancellationToken);
            if (found is { IsTemporary: false })
            {
                Join(found);
                return;
            }

            users ??= FolderLock.TryShare(finder.DataFolder, FolderLock.Users);
            if (users is not null && await finder.FindAsync(cancellationToken) is { } running)
            {
                Join(running);
                return;
            }

            // 2.
            if (users is not null && await TryStartAsync(cancellationToken))
            {
                return;
            }

            // 3.
            SayThatItWaits(users is null ? "A server stops" : "Another command works");
            await Task.Delay(LookAgain, time, cancellationToken);
        }

        throw new CommandException(
            ExitCodes.Unreachable,
            $"{finder.DataFolder} has been in use by another process for {WaitsAtMost.TotalMinutes:0} minutes, and no server answers there. "
            + $"Stop that process (fuser finds it), or choose another folder with --data.");
    }

    private async Task<bool> TryStartAsync(CancellationToken cancellationToken)
    {
        using var start = FolderLock.TryTake(finder.DataFolder, FolderLock.Start);
        if (start is null || await finder.FindAsync(cancellationToken) is not null || DatabaseFile.IsInUse(finder.DataFolder))
        {
            return false;
        }

        Screen.Remark($"No server works on {finder.DataFolder}: starting one.{await finder.PassedOverAsync(cancellationToken)}");
        (var share, users) = (users!, null);
        own = await LocalServer.StartAsync(finder.DataFolder, share, time, cancellationToken);
        (Client, Stays) = (new OrchestratorClient(own.Url), false);
        foreach (var job in own.Resumed)
        {
            Screen.Remark(job.Remark);
        }

        return true;
    }

    private void SayThatItWaits(string why)
    {
        if (!hasSaidThatItWaits)
        {
            hasSaidThatItWaits = true;
            Screen.Remark($"{why} on {finder.DataFolder}: waiting for it.");
        }
    }

    private void Join(FoundServer server)
    {
        Screen.Remark(server.Remark);
        (Client, Stays) = (new OrchestratorClient(server.Url), !server.IsTemporary);
    }
}
