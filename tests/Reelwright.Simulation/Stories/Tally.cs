using System.Diagnostics;
using System.Globalization;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Stories;

/// <summary>Runs world after world, counts lives, and tells the stories of the first failures of each promise.</summary>
internal sealed class Tally(long lives, int jobsPerWorld, ulong firstSeed, int stories, TimeSpan atMost)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly SortedDictionary<string, int> failures = [];
    private ulong worlds;
    private long done;
    private TimeSpan spoken;

    public int Failures
    {
        get
        {
            lock (gate)
            {
                return failures.Values.Sum();
            }
        }
    }

    public void Work()
    {
        var database = new SqliteWorldDatabase();
        while (Take() is { } seed)
        {
            var plan = PlanGenerator.Draw(seed, jobsPerWorld);
            var broken = new SimWorld(plan, database, isTold: false).Run();
            if (Count(broken.Select(violation => violation.Rule).Distinct().Order().ToList(), seed) is { } rule)
            {
                var story = StoryTeller.Tell(plan, database, rule);
                lock (gate)
                {
                    Console.WriteLine(story);
                }
            }
        }

        database.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public string Summary()
    {
        lock (gate)
        {
            var broken = failures.Count == 0 ? "no promise broken" : string.Join(", ", failures.Select(one => $"{one.Value} worlds broke {one.Key}"));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{done} job-lives, seeds {firstSeed} to {firstSeed + worlds - 1}, {watch.Elapsed.TotalSeconds:0.0} s, {done / watch.Elapsed.TotalSeconds:0} lives/s: {broken}");
        }
    }

    private ulong? Take()
    {
        lock (gate)
        {
            return (long)worlds * jobsPerWorld >= lives || watch.Elapsed > atMost ? null : firstSeed + worlds++;
        }
    }

    /// <summary>The promise whose story has to be told, or null.</summary>
    private string? Count(List<string> rules, ulong seed)
    {
        lock (gate)
        {
            done += jobsPerWorld;
            if (watch.Elapsed - spoken > Pace)
            {
                spoken = watch.Elapsed;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} lives, {done / watch.Elapsed.TotalSeconds:0} a second, seed {seed}"));
            }

            string? told = null;
            foreach (var rule in rules)
            {
                failures[rule] = failures.GetValueOrDefault(rule) + 1;
                told ??= failures[rule] <= stories ? rule : null;
            }

            return told;
        }
    }
}
