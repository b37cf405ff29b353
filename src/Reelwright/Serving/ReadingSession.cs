using Reelwright.Api;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>
/// For commands that only look at jobs or cancel them: the server that was found, or an orchestrator in this process that works on no job.
/// That one keeps the start lock, so that a command that makes an ad waits until it is done.
/// </summary>
internal sealed class ReadingSession : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WaitsAtMost = TimeSpan.FromMinutes(3);

    private readonly IDisposable? start;
    private readonly HostGroup? hosts;

    private ReadingSession(OrchestratorClient client, IDisposable? start, HostGroup? hosts)
    {
        Client = client;
        this.start = start;
        this.hosts = hosts;
    }

    public OrchestratorClient Client { get; }

    /// <summary>No job goes on here: one that was interrupted, or shall be cancelled, needs a server.</summary>
    public bool IsIdle => hosts is not null;

    public static async Task<ReadingSession> OpenAsync(ServerFinder finder, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (await finder.FindAsync(cancellationToken) is { } found)
            {
                if (found.IsElsewhere)
                {
                    Screen.Remark(found.Remark);
                }

                return new ReadingSession(new OrchestratorClient(found.Url), null, null);
            }

            var start = FolderLock.TryTake(finder.DataFolder, FolderLock.Start);
            if (start is not null && !DatabaseFile.IsInUse(finder.DataFolder))
            {
                return await StartAsync(finder.DataFolder, start, cancellationToken);
            }

            start?.Dispose();
            if (time.GetElapsedTime(started) > WaitsAtMost)
            {
                throw new CommandException(
                    ExitCodes.Unreachable,
                    $"{finder.DataFolder} has been in use by another process for {WaitsAtMost.TotalMinutes:0} minutes, and no server answers there. "
                    + "Stop that process (fuser finds it), or choose another folder with --data.");
            }

            await Task.Delay(LookAgain, time, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (hosts is not null)
        {
            await hosts.DisposeAsync();
        }

        start?.Dispose();
    }

    private static async Task<ReadingSession> StartAsync(string dataFolder, IDisposable start, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ServeOptions(Target.Orchestrator.Name, Host: null, Port: 0, dataFolder, Insecure: false);
            var plan = ServePlan.Make(options, Environment.GetEnvironmentVariable, Ports.TakeFree);
            var hosts = await HostGroup.StartAsync(plan.Quiet(), cancellationToken);
            return new ReadingSession(new OrchestratorClient(new Uri(plan.LocalUrl)), start, hosts);
        }
        catch
        {
            start.Dispose();
            throw;
        }
    }
}
