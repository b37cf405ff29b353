namespace Reelwright.Simulation.Plans;

/// <summary>A job that a client creates.</summary>
/// <param name="Number">From 0; kept when other jobs are dropped from a story.</param>
/// <param name="At">Seconds since the beginning.</param>
internal sealed record JobPlan(int Number, double At, int Scenes, decimal CostLimit, int Priority);
