namespace Reelwright.Orchestrator.Tests;

internal static class ErrorAssertions
{
    /// <summary>There is this one fault and no other.</summary>
    public static void ShouldBeOnly(this Dictionary<string, string[]> errors, string field, string message)
    {
        errors.Keys.ShouldBe([field]);
        errors[field].ShouldBe([message]);
    }
}
