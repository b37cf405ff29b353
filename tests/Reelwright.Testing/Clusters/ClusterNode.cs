using Reelwright.Testing.Api;
using Reelwright.Testing.Processes;
using Reelwright.Testing.Wire;

namespace Reelwright.Testing.Clusters;

/// <summary>One node: a real process that may have several lives, each with its own name for the database.</summary>
public sealed class ClusterNode : IAsyncDisposable
{
    private readonly Func<string, string> databaseUrl;
    private readonly List<string> earlierLogs = [];
    private int lives = 1;

    private ClusterNode(string name, FaultProxy? database, Func<string, string> databaseUrl)
    {
        Name = name;
        Database = database;
        this.databaseUrl = databaseUrl;
    }

    public string Name { get; }

    /// <summary>The application name of this life's connections.</summary>
    public string Life => $"{Name}.{lives}";

    public ReelwrightProcess Process { get; private set; } = null!;

    public AdApi Api => Process.Api;

    /// <summary>The wire to PostgreSQL, when the plan has one.</summary>
    public FaultProxy? Database { get; }

    /// <summary>Of all lives.</summary>
    public IEnumerable<string> Logs => earlierLogs.Concat(Process.Logs);

    /// <summary>Starts again, after its process has ended; with other variables, if given, from now on.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken, IReadOnlyDictionary<string, string?>? changes = null)
    {
        await BeginAsync(changes);
        await Process.WaitUntilHealthyAsync(cancellationToken);
    }

    /// <summary>Like <see cref="StartAgainAsync"/>, for one whose health nobody waits for.</summary>
    public Task BeginAsync(IReadOnlyDictionary<string, string?>? changes = null)
    {
        earlierLogs.AddRange(Process.Logs);
        lives++;
        return Process.BeginAsync(new Dictionary<string, string?>(changes ?? new Dictionary<string, string?>()) { ["DATABASE_URL"] = databaseUrl(Life) });
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }

    /// <param name="databaseUrl">Of a life's name.</param>
    internal static async Task<ClusterNode> StartAsync(
        string name, FaultProxy? database, Func<string, string> databaseUrl, Dictionary<string, string?> environment, CancellationToken cancellationToken)
    {
        var node = new ClusterNode(name, database, databaseUrl);
        environment["DATABASE_URL"] = databaseUrl(node.Life);
        node.Process = await ReelwrightProcess.StartAsync(["serve", "--target", "orchestrator"], cancellationToken, environment);
        return node;
    }
}
