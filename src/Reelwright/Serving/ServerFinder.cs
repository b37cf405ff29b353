using Reelwright.Api;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>Which server a command speaks to.</summary>
/// <param name="Server">Given by <c>--server</c>, or null.</param>
/// <param name="Data">Given by <c>--data</c>, or null.</param>
internal sealed record ServerFinder(string? Server, string? Data)
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(3);

    /// <summary>Where a server listens that was not told otherwise.</summary>
    public Uri Default { get; init; } = new($"http://127.0.0.1:{Ports.First}");

    public string DataFolder => ServerOptions.DataFolder(Data);

    /// <summary>What a command needs that is printed for later, so that it finds the same jobs.</summary>
    public IReadOnlyList<string> Options => Server is { Length: > 0 } ? ["--server", Server] : Data is { Length: > 0 } ? ["--data", Data] : [];

    /// <summary>The person named the server, so no other will do.</summary>
    public bool IsNamed => Named is { Length: > 0 };

    private string? Named => Server ?? Environment.GetEnvironmentVariable(ServerOptions.ServerVariable);

    // A data folder that was named has its own jobs; the server on the default port works on another.
    private bool IsFolderNamed => Data is { Length: > 0 } || Environment.GetEnvironmentVariable(ServerOptions.DataVariable) is { Length: > 0 };

    /// <summary>
    /// An address that was named must answer; else the server that works on the data folder; else, when no folder was named, the one at the
    /// default address; else null.
    /// </summary>
    /// <exception cref="CommandException">The named server does not answer.</exception>
    public async Task<FoundServer?> FindAsync(CancellationToken cancellationToken)
    {
        if (Named is { Length: > 0 } named)
        {
            var address = Uri.TryCreate(named, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
                ? uri
                : throw new CommandException(ExitCodes.BadInput, $"--server: '{named}' is not a URL such as {Default}");
            return await AnswersAsync(address, cancellationToken)
                ? new FoundServer(address, $"Using the server at {address}")
                : throw new CommandException(ExitCodes.Unreachable, $"No Reelwright server answers at {named}. Start one with: {ProgramName.With(["serve", .. PortOption(address.IsLoopback ? address.Port : null)])}");
        }

        if (RunningServer.Read(DataFolder) is { } running && await AnswersAsync(new Uri(running.Url), cancellationToken))
        {
            return new FoundServer(new Uri(running.Url), $"Using the server at {running.Url}, which works on {DataFolder}", IsTemporary: running.Temporary);
        }

        return !IsFolderNamed && await AnswersAsync(Default, cancellationToken)
            ? new FoundServer(
                Default,
                $"Using the server at {Default}, which does not work on {DataFolder}: its jobs and films are kept elsewhere. To work on that folder, add --data {DataFolder}",
                IsElsewhere: true)
            : null;
    }

    /// <summary>
    /// A sentence on the server at the default address when it was passed over because it works on other data; else empty.
    /// </summary>
    public async Task<string> PassedOverAsync(CancellationToken cancellationToken) => IsFolderNamed && await AnswersAsync(Default, cancellationToken)
        ? $" The one at {Default} works on other data; to use it, add --server {Default}."
        : string.Empty;

    private static string[] PortOption(int? port) => port is null or Ports.First ? [] : ["--port", $"{port}"];

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
