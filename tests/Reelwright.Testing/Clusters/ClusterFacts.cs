using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Testing.Clusters;

/// <summary>What the database holds at the end, read without any code of the product.</summary>
internal sealed record ClusterFacts
{
    /// <summary>What its audit found wrong.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Jobs that somebody still has to work on.</summary>
    public required int Work { get; init; }

    public required int Claims { get; init; }

    /// <summary>For each job that a killed node had: seconds from the kill until another life took it, the shortest first.</summary>
    public required IReadOnlyList<double> Recoveries { get; init; }

    public required IReadOnlyList<JobFacts> Jobs { get; init; }

    public static ClusterFacts Parse(string json) => JsonSerializer.Deserialize(json, ClusterJson.Default.ClusterFacts)!;
}

/// <summary>One job of them.</summary>
internal sealed record JobFacts
{
    public required Guid Id { get; init; }

    public required string Status { get; init; }

    public required string? Error { get; init; }

    public required decimal Total { get; init; }

    public required decimal Reserved { get; init; }

    /// <summary>Sum of the costs by stage.</summary>
    public required decimal Stages { get; init; }

    /// <summary>Sum of the settled calls.</summary>
    public required decimal Ledger { get; init; }

    /// <summary>Calls that succeeded in more than one generation.</summary>
    public required int WonTwice { get; init; }

    public required long Events { get; init; }

    public required long LastEvent { get; init; }

    public required string? LastKind { get; init; }

    /// <summary>Times that watchers were told that it is over.</summary>
    public required int Endings { get; init; }

    /// <summary>One and the number of retries by its user.</summary>
    public required int Rounds { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ClusterFacts))]
internal sealed partial class ClusterJson : JsonSerializerContext;
