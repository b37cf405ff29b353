using Reelwright.Api;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>A connection to the server that was found, or to one that was started for as long as this lasts.</summary>
internal sealed class ServerSession : IAsyncDisposable
{
    private readonly LocalServer? own;

    private ServerSession(OrchestratorClient client, LocalServer? own)
    {
        Client = client;
        this.own = own;
    }

    public OrchestratorClient Client { get; }

    public bool IsOwn => own is not null;

    /// <summary>Cancelled when a server of our own ends by itself.</summary>
    public CancellationToken Died => own?.Died ?? CancellationToken.None;

    public string LastWords => own?.LastWords ?? string.Empty;

    public static async Task<ServerSession> OpenAsync(ServerFinder finder, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(cancellationToken) is { } running)
        {
            return new ServerSession(new OrchestratorClient(running), own: null);
        }

        Screen.Remark($"No server runs: starting one on {finder.DataFolder}");
        var started = await LocalServer.StartAsync(finder.DataFolder, time, cancellationToken);
        return new ServerSession(new OrchestratorClient(started.Url), started);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }
}
