using System.Globalization;

namespace Reelwright.Faults.Tests;

/// <summary>Each scenario has a short form, for every run of the tests, and a long one: <c>./test.sh --faults</c>.</summary>
internal static class Form
{
    /// <summary>Set by <c>./test.sh --faults</c>.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("REELWRIGHT_FAULTS") == "long";

    /// <summary>What chance does in a scenario. The same number, in <c>REELWRIGHT_FAULT_SEED</c>, makes it do the same again.</summary>
    public static int Seed { get; } = Environment.GetEnvironmentVariable("REELWRIGHT_FAULT_SEED") is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : Random.Shared.Next();

    public static T Of<T>(T brief, T full) => IsLong ? full : brief;
}
