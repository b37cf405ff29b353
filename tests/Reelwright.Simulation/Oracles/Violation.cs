namespace Reelwright.Simulation.Oracles;

/// <summary>A broken promise.</summary>
/// <param name="Rule">M1 to M8; SIM when the simulation itself failed.</param>
/// <param name="Job">Number of the job; -1 when it concerns none.</param>
internal sealed record Violation(string Rule, int Job, string Message)
{
    /// <summary>Nothing that may still happen can mend it.</summary>
    public bool IsFinal => Rule is "M1" or "M5" or "M6" or "M8" or "SIM";

    public override string ToString() => $"{Rule}: {Message}";
}
