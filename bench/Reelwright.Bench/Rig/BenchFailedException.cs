namespace Reelwright.Bench.Rig;

/// <summary>The system under test did something wrong, so that its figures are worth nothing.</summary>
public sealed class BenchFailedException(string message) : Exception(message);
