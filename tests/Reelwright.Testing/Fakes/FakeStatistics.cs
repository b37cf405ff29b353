namespace Reelwright.Testing.Fakes;

/// <summary>Figures of one fake service, from <c>GET /stats</c>.</summary>
public sealed record FakeStatistics
{
    public required int Calls { get; init; }

    public required int InFlight { get; init; }

    /// <summary>Most calls at work at the same time.</summary>
    public required int Peak { get; init; }

    public required int Polls { get; init; }

    public required int Connections { get; init; }
}
