using Reelwright.Api;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>Which server a command speaks to.</summary>
/// <param name="Server">Given by <c>--server</c>, or null.</param>
/// <param name="Data">Given by <c>--data</c>, or null.</param>
internal sealed record ServerFinder(string? Server, string? Data)
{
    private static readonly Uri Default = new("http://127.0.0.1:8000");
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(3);

    public string DataFolder => ServerOptions.DataFolder(Data);

    /// <summary>The person named the server, so no other will do.</summary>
    public bool IsNamed => Named is { Length: > 0 };

    private string? Named => Server ?? Environment.GetEnvironmentVariable(ServerOptions.ServerVariable);

    /// <summary>An address that was named must answer; else the server of the data folder, then the default address, then null.</summary>
    /// <exception cref="CommandException">The named server does not answer.</exception>
    public async Task<Uri?> FindAsync(CancellationToken cancellationToken)
    {
        if (Named is { Length: > 0 } named)
        {
            var address = Uri.TryCreate(named, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
                ? uri
                : throw new CommandException(ExitCodes.BadInput, $"--server: '{named}' is not a URL such as {Default}");
            return await AnswersAsync(address, cancellationToken)
                ? address
                : throw new CommandException(ExitCodes.Unreachable, $"No Reelwright server answers at {named}. Start one with: {ProgramName.With("serve")}");
        }

        if (RunningServer.Read(DataFolder) is { } running && await AnswersAsync(new Uri(running.Url), cancellationToken))
        {
            return new Uri(running.Url);
        }

        // A data folder that was named has its own jobs; whoever listens on the default port may work on another.
        return Data is null && await AnswersAsync(Default, cancellationToken) ? Default : null;
    }

    /// <exception cref="CommandException">There is none.</exception>
    public async Task<OrchestratorClient> ConnectAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) is { } server
        ? new OrchestratorClient(server)
        : throw new CommandException(ExitCodes.Unreachable, $"No server works on {DataFolder}, and none answers at {Default}. Start one with: {ProgramName.With("serve")}");

    /// <summary>Whether one of our orchestrators is there, healthy or not.</summary>
    public static async Task<bool> AnswersAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new OrchestratorClient(address);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(AnswersWithin);
        try
        {
            return await client.HealthAsync(patience.Token) is not null;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
