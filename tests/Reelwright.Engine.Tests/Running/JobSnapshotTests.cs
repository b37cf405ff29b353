using Reelwright.Engine.Tests.Fixture;
using static Reelwright.Engine.Tests.Fixture.Situation;

namespace Reelwright.Engine.Tests.Running;

/// <summary>What the stages are told of the ledger.</summary>
public sealed class JobSnapshotTests
{
    [Fact]
    public void Who_made_what_is_told_by_stage_each_once_in_the_order_of_the_calls()
    {
        var situation = new Situation
        {
            Calls =
            [
                Succeeded(Call(Stages.Parsing)),
                Succeeded(Clip(2)) with { Provider = "acme" },
                Succeeded(Clip(1)) with { Provider = "acme" },
                Succeeded(Clip(0)) with { Provider = "other" },
                Failed(Clip(3), retryable: true) with { Provider = "never" },
            ],
        };

        var providers = situation.Snapshot().ToInput().Providers;

        providers[Stages.Video].ShouldBe(["other", "acme"]);
        providers[Stages.Parsing].ShouldBeEmpty();
        providers.ContainsKey(Stages.Image).ShouldBeFalse();
    }
}
