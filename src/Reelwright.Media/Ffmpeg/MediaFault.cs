namespace Reelwright.Media.Ffmpeg;

/// <summary>Why no film can be made on this machine.</summary>
/// <param name="Problem">What is missing, without a full stop.</param>
/// <param name="Cure">How to repair it, without repetitions.</param>
public sealed record MediaFault(string Problem, string Cure)
{
    /// <summary>Null when nothing that films need is missing.</summary>
    public static MediaFault? Of(IEnumerable<MediaFinding> findings) => findings.Where(finding => finding.Blocks).ToList() is { Count: > 0 } missing
        ? new(
            string.Join("; ", missing.Select(finding => $"{finding.Name}: {finding.Detail}")),
            string.Join(' ', missing.Select(finding => finding.Cure).Distinct()))
        : null;

    public override string ToString() => $"{Problem}. {Cure}";
}
