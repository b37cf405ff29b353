using Reelwright.Api;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>A connection to the server that was found, or to one that was started for as long as this lasts.</summary>
internal sealed class ServerSession : IAsyncDisposable
{
    private readonly ServerFinder finder;
    private readonly TimeProvider time;
    private LocalServer? own;

    private ServerSession(ServerFinder finder, TimeProvider time)
    {
        this.finder = finder;
        this.time = time;
    }

    public OrchestratorClient Client { get; private set; } = null!;

    public bool IsOwn => own is not null;

    /// <summary>Whether a server that has gone can be replaced by one of our own on the same data.</summary>
    public bool CanReopen => own is null && !finder.IsNamed;

    /// <summary>Cancelled when a server of our own ends by itself.</summary>
    public CancellationToken Died => own?.Died ?? CancellationToken.None;

    public string LastWords => own?.LastWords ?? string.Empty;

    public static async Task<ServerSession> OpenAsync(ServerFinder finder, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new ServerSession(finder, time);
        await session.ConnectAsync(cancellationToken);
        return session;
    }

    /// <summary>After the server has gone: somebody else's command may have started it and taken it along when it was done.</summary>
    public async Task ReopenAsync(CancellationToken cancellationToken)
    {
        Client.Dispose();
        await ConnectAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(cancellationToken) is { } running)
        {
            Join(running);
            return;
        }

        Screen.Remark($"No server works on {finder.DataFolder}: starting one.{await finder.PassedOverAsync(cancellationToken)}");
        try
        {
            own = await LocalServer.StartAsync(finder.DataFolder, time, cancellationToken);
            Client = new OrchestratorClient(own.Url);
        }
        catch (CommandException)
        {
            // Another command may have been faster; then its server has the data, and will do.
            if (await finder.FindAsync(cancellationToken) is not { } faster)
            {
                throw;
            }

            Join(faster);
        }
    }

    private void Join(FoundServer server)
    {
        Screen.Remark(server.Remark);
        Client = new OrchestratorClient(server.Url);
    }
}
