namespace Reelwright.Bench.Fakes;

/// <summary>Whether the key of a question was seen before.</summary>
internal enum Standing
{
    New,

    /// <summary>The first question under this key is still being worked on.</summary>
    Running,

    /// <summary>Bought before: the same answer, and nothing charged.</summary>
    Known,
}

/// <summary>
/// What the fake services were asked and what they sold, by unit and by key: the judge on "never lost, never paid twice". Times are UTC
/// ticks.
/// </summary>
internal sealed class Book(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Sale> keys = [];
    private readonly Dictionary<Unit, int> units = [];
    private readonly Dictionary<Guid, JobTimes> jobs = [];
    private readonly long[] asked = new long[4];
    private readonly int[] inFlight = new int[4];
    private readonly int[] peaks = new int[4];
    private readonly List<string> boughtTwice = [];
    private long bought;
    private long askedAgain;
    private long polls;
    private long mark;
    private int composed;
    private int mostJobs;

    public long Now => time.GetUtcNow().Ticks;

    public (Standing Standing, Sale Sale) Ask(Question question, long now)
    {
        lock (gate)
        {
            var (job, stage, _) = question.Unit;
            asked[(int)stage]++;
            if (!jobs.TryGetValue(job, out var times))
            {
                jobs[job] = times = new JobTimes();
                mostJobs = Math.Max(mostJobs, jobs.Count - composed);
            }

            times.Hear(now, mark);
            if (keys.TryGetValue(question.Key, out var sale))
            {
                askedAgain++;
                return (sale.IsSettled ? Standing.Known : Standing.Running, sale);
            }

            keys[question.Key] = sale = new Sale(keys.Count, now);
            peaks[(int)stage] = Math.Max(peaks[(int)stage], ++inFlight[(int)stage]);
            return (Standing.New, sale);
        }
    }

    /// <summary>The work is done and charged, just before its answer leaves.</summary>
    public void Sell(Question question, Sale sale, long now)
    {
        lock (gate)
        {
            var (job, stage, _) = question.Unit;
            sale.IsSettled = true;
            inFlight[(int)stage]--;
            bought++;
            units[question.Unit] = units.GetValueOrDefault(question.Unit) + 1;
            if (units[question.Unit] > 1)
            {
                boughtTwice.Add(question.ToString());
            }

            jobs[job].Work(stage, sale.AskedAt, now);
            composed += stage == FakeStage.Composition && units[question.Unit] == 1 ? 1 : 0;
        }
    }

    public void Poll() => Interlocked.Increment(ref polls);

    /// <summary>From now on it is written down when each job is heard of first.</summary>
    public void Mark()
    {
        lock (gate)
        {
            mark = Now;
        }
    }

    public FakeProgress Progress()
    {
        lock (gate)
        {
            return new FakeProgress { Asked = asked.Sum() + Interlocked.Read(ref polls), Composed = composed, InFlight = inFlight.Sum() };
        }
    }

    public FakeReport Report()
    {
        lock (gate)
        {
            return new FakeReport
            {
                Asked = [.. asked], Peaks = [.. peaks], Bought = bought, AskedAgain = askedAgain, Polls = polls, BoughtTwice = [.. boughtTwice], MostJobs = mostJobs, Jobs = new(jobs),
            };
        }
    }
}
