using System.Text.Json.Serialization;

namespace Reelwright.Bench.Fakes;

/// <summary>How far the work is; cheap to ask for.</summary>
internal sealed record FakeProgress
{
    /// <summary>Paid calls and polls.</summary>
    public required long Asked { get; init; }

    public required int Composed { get; init; }

    public required int InFlight { get; init; }
}

/// <summary>All that the book holds. Lists by stage are in the order of <see cref="FakeStage"/>.</summary>
internal sealed record FakeReport
{
    public required IReadOnlyList<long> Asked { get; init; }

    /// <summary>Most calls at once.</summary>
    public required IReadOnlyList<int> Peaks { get; init; }

    public required long Bought { get; init; }

    /// <summary>Questions under a key that was asked before; they cost nothing.</summary>
    public required long AskedAgain { get; init; }

    public required long Polls { get; init; }

    public required IReadOnlyList<string> BoughtTwice { get; init; }

    /// <summary>Most jobs at once between their first question and their film.</summary>
    public required int MostJobs { get; init; }

    public required Dictionary<Guid, JobTimes> Jobs { get; init; }
}

[JsonSerializable(typeof(FakeSettings))]
[JsonSerializable(typeof(FakeProgress))]
[JsonSerializable(typeof(FakeReport))]
internal sealed partial class FakeJson : JsonSerializerContext;
