using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Tests.Ledger;

public sealed class CallStatesTests
{
    [Theory]
    [InlineData(CallState.Intent, "intent", false)]
    [InlineData(CallState.Accepted, "accepted", false)]
    [InlineData(CallState.Succeeded, "succeeded", true)]
    [InlineData(CallState.Failed, "failed", true)]
    [InlineData(CallState.Unknown, "unknown", false)]
    public void Every_state_of_a_call_has_its_word_and_is_settled_or_not(CallState state, string word, bool settled)
    {
        state.ToWord().ShouldBe(word);
        CallStates.Parse(word).ShouldBe(state);
        state.IsSettled().ShouldBe(settled);
    }

    [Fact]
    public void What_is_no_state_of_a_call_is_refused_with_the_word()
    {
        Should.Throw<ArgumentException>(() => CallStates.Parse("maybe")).Message.ShouldContain("\"maybe\"");
    }
}
