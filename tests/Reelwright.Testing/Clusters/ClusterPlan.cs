using Reelwright.Testing.Fakes;

namespace Reelwright.Testing.Clusters;

/// <summary>
/// How a cluster is laid out. The settings are those of a test: short waits, no rate limit, no cache, so that each job buys all that it
/// needs.
/// </summary>
public sealed record ClusterPlan
{
    /// <summary>What the fake services demand of every node, and a secret that no log may tell.</summary>
    public const string ServiceToken = "a-token+of/the=services";

    /// <summary>By which the nodes sign media URLs; as secret.</summary>
    public const string MediaKey = "the-key+by/which=media-URLs-are-signed";

    private static readonly string[] Services = ["PromptParser", "ImageGeneration", "VideoGeneration", "Composition"];

    public int Nodes { get; init; } = 2;

    public FakeSettings Fakes { get; init; } = new();

    /// <summary>A fault proxy between each node and PostgreSQL.</summary>
    public bool WiredToDatabase { get; init; }

    /// <summary>A fault proxy between all nodes and each service.</summary>
    public bool WiredToServices { get; init; }

    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Further environment of every node; wins over the rest.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Beside that, of the node with this number.</summary>
    public Func<int, IReadOnlyDictionary<string, string?>> EnvironmentOf { get; init; } = _ => new Dictionary<string, string?>();

    internal Dictionary<string, string?> NodeEnvironment(int node)
    {
        var environment = new Dictionary<string, string?>
        {
            ["Reelwright__RateLimit__Enabled"] = "false",
            ["Reelwright__Engine__CacheLifetime"] = "00:00:00",
            ["Reelwright__Engine__PollInterval"] = "00:00:00.500",
            ["Reelwright__Engine__LeaseTime"] = LeaseTime.ToString("c"),
            ["Reelwright__Engine__LeaseMargin"] = (LeaseTime * 0.3).ToString("c"),
            ["Reelwright__Engine__HeartbeatInterval"] = (LeaseTime / 5).ToString("c"),

            // Several nodes start at once on a machine that is busy with other tests.
            ["Reelwright__Database__Patience"] = "00:00:15",

            // A call in doubt waits until no answer to it can come any more.
            ["Reelwright__Services__VideoGeneration__Timeout"] = "00:00:25",
            ["SERVICE_TOKEN"] = ServiceToken,
            ["MEDIA_SIGNING_KEY"] = MediaKey,
            ["LOG_LEVEL"] = "Warning",
            ["LOG_FORMAT"] = "json",
        };
        foreach (var service in Services)
        {
            environment[$"Reelwright__Services__{service}__Backoff"] = "00:00:00.200";
            environment[$"Reelwright__Services__{service}__MinPollInterval"] = "00:00:00.050";
            environment[$"Reelwright__Services__{service}__MaxPollInterval"] = "00:00:00.200";
            environment[$"Reelwright__Services__{service}__CapabilitiesLifetime"] = "00:00:00";
        }

        foreach (var (name, value) in Environment.Concat(EnvironmentOf(node)))
        {
            environment[name] = value;
        }

        return environment;
    }
}
