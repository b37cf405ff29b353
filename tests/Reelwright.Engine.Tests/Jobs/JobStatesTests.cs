using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Tests.Jobs;

/// <summary>The specification's table of states, written down a second time by its words.</summary>
public sealed class JobStatesTests
{
    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["queued"] = ["processing", "cancelled"],
        ["processing"] = ["completed", "failed", "cancelled", "awaiting_approval"],
        ["awaiting_approval"] = ["queued", "cancelled"],
        ["failed"] = ["queued"],
        ["cancelled"] = ["queued"],
        ["completed"] = [],
    };

    public static TheoryData<string, string, bool> Pairs()
    {
        var pairs = new TheoryData<string, string, bool>();
        foreach (var from in Table.Keys)
        {
            foreach (var to in Table.Keys)
            {
                pairs.Add(from, to, Table[from].Contains(to));
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_state_becomes_another_exactly_where_the_specification_says_so(string from, string to, bool allowed)
    {
        JobStates.Parse(from).CanBecome(JobStates.Parse(to)).ShouldBe(allowed);
    }

    [Fact]
    public void The_table_lists_no_transition_twice_and_none_that_the_specification_lacks()
    {
        var listed = JobStates.Transitions.Select(pair => (pair.From.ToWord(), pair.To.ToWord())).ToList();

        listed.ShouldBe(Table.SelectMany(row => row.Value.Select(to => (row.Key, to))), ignoreOrder: true);
    }

    [Fact]
    public void Every_state_has_a_word_of_its_own_that_reads_back()
    {
        var states = Enum.GetValues<JobState>();

        states.Select(state => state.ToWord()).ShouldBe(Table.Keys, ignoreOrder: true);
        states.Select(state => JobStates.Parse(state.ToWord())).ShouldBe(states);
    }

    [Theory]
    [InlineData("Queued")]
    [InlineData("done")]
    [InlineData("")]
    public void What_is_no_state_is_refused_with_the_word(string word)
    {
        JobStates.TryParse(word, out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => JobStates.Parse(word)).Message.ShouldContain($"\"{word}\"");
    }

    [Theory]
    [InlineData(JobState.Queued, false)]
    [InlineData(JobState.Processing, false)]
    [InlineData(JobState.AwaitingApproval, false)]
    [InlineData(JobState.Completed, true)]
    [InlineData(JobState.Failed, true)]
    [InlineData(JobState.Cancelled, true)]
    public void A_job_is_over_when_it_is_completed_failed_or_cancelled(JobState state, bool over)
    {
        state.IsTerminal().ShouldBe(over);
    }
}
