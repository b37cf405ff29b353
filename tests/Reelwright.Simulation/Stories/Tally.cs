using System.Diagnostics;
using System.Globalization;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Stories;

/// <summary>Runs world after world, counts lives, and tells the stories of the first failures of each promise.</summary>
/// <param name="only">The promises whose stories are told; null for all.</param>
/// <param name="skip">Kinds of happenings that are left out.</param>
internal sealed class Tally(long lives, int jobsPerWorld, ulong firstSeed, int stories, TimeSpan atMost, string[]? only, string[] skip, TextWriter output)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly SortedDictionary<string, int> failures = [];
    private ulong worlds;
    private long done;
    private TimeSpan spoken;

    /// <summary>No world is begun after a failure.</summary>
    public bool StopsAtFirst { get; init; }

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
        using var database = new SqliteWorldDatabase();
        while (Take() is { } seed)
        {
            var plan = PlanGenerator.Draw(seed, jobsPerWorld);
            plan = plan with { Happenings = [.. plan.Happenings.Where(one => !skip.Contains(one.Kind.ToString()))] };
            var broken = new SimWorld(plan, database, isTold: false).Run();
            if (Count(broken.Select(violation => violation.Rule).Distinct().Order().ToList(), seed) is { } rule)
            {
                var story = StoryTeller.Tell(plan, database, rule);
                lock (gate)
                {
                    output.WriteLine(story);
                }
            }
        }
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
            return (long)worlds * jobsPerWorld >= lives || watch.Elapsed > atMost || (StopsAtFirst && failures.Count > 0) ? null : firstSeed + worlds++;
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
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} lives, {done / watch.Elapsed.TotalSeconds:0} a second, seed {seed}"));
            }

            string? told = null;
            foreach (var rule in rules)
            {
                failures[rule] = failures.GetValueOrDefault(rule) + 1;
                told ??= failures[rule] <= stories && only?.Contains(rule) != false ? rule : null;
            }

            return told;
        }
    }
}
