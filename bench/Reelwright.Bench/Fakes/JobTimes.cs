namespace Reelwright.Bench.Fakes;

/// <summary>When a job was heard of, and how long the fake services worked on it. UTC ticks.</summary>
internal sealed class JobTimes
{
    /// <summary>The longest work of each stage, so of the slowest clip.</summary>
    public long[] Busy { get; init; } = new long[4];

    /// <summary>When the last answer left.</summary>
    public long LastAnswer { get; set; }

    /// <summary>The first question after the mark; 0 when there was none.</summary>
    public long FirstAfterMark { get; set; }

    /// <summary>What no orchestrator could be faster than.</summary>
    public TimeSpan CriticalPath() => TimeSpan.FromTicks(Busy.Sum());

    public void Hear(long now, long mark)
    {
        if (mark > 0 && FirstAfterMark == 0)
        {
            FirstAfterMark = now;
        }
    }

    public void Work(FakeStage stage, long askedAt, long answeredAt)
    {
        Busy[(int)stage] = Math.Max(Busy[(int)stage], answeredAt - askedAt);
        LastAnswer = answeredAt;
    }
}
