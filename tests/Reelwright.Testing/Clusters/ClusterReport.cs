namespace Reelwright.Testing.Clusters;

/// <summary>What a check found.</summary>
/// <param name="Violations">Broken promises, in words; empty when all were kept.</param>
/// <param name="Statuses">Jobs by their final state.</param>
/// <param name="Recoveries">For each job that a killed node had: how long until another life took it, the shortest first.</param>
/// <param name="Claims">How often jobs were claimed.</param>
public sealed record ClusterReport(
    IReadOnlyList<string> Violations, IReadOnlyDictionary<string, int> Statuses, IReadOnlyList<TimeSpan> Recoveries, int Claims)
{
    public int Completed => Statuses.GetValueOrDefault("completed");

    public TimeSpan LongestRecovery => Recoveries.Count > 0 ? Recoveries[^1] : TimeSpan.Zero;

    public override string ToString() =>
        $"{string.Join(", ", Statuses.Select(status => $"{status.Value} {status.Key}"))}; {Claims} claims; {Recoveries.Count} jobs recovered, "
        + $"the last after {LongestRecovery.TotalSeconds:0.0} s; {(Violations.Count == 0 ? "all promises kept" : string.Join('\n', Violations))}";
}
