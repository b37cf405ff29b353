namespace Reelwright.Faults.Tests;

/// <summary>Scenarios that measure seconds run alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Timed
{
    public const string Name = "timed";
}
