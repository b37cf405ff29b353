using Reelwright.EndToEnd.Tests.Running;

namespace Reelwright.EndToEnd.Tests.Serving;

/// <summary>A setting that can't be is told by its name, with what would be right, and is no fault of the product.</summary>
public sealed class BadSettingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Reelwright__Engine__MaxDeaths", "x", "Reelwright__Engine__MaxDeaths can not be read: it must be a whole number.")]
    [InlineData("Reelwright__Engine__LeaseTime", "soon", "Reelwright__Engine__LeaseTime can not be read: it must be a time such as 00:00:05.")]
    [InlineData("Reelwright__Engine__HeartbeatInterval", "00:00:10", "Two HeartbeatIntervals must fit into LeaseTime less LeaseMargin")]
    [InlineData("DATABASE_URL", "mysql://ada:tops3cret@db/films", "DATABASE_URL can't be used: its scheme is mysql")]
    public async Task A_setting_that_can_not_be_is_named(string name, string value, string words)
    {
        var said = await CommandRun.ToEndAsync(folder.Path, new Dictionary<string, string?> { [name] = value }, "serve", "--port", "0", "--data", "kept");

        said.ExitCode.ShouldBe(2, said.Errors);
        said.Errors.ShouldContain(words);
        said.Errors.ShouldNotContain("tops3cret");
        said.Errors.ShouldNotContain("fault in Reelwright");
    }
}
