using System.Globalization;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Stories;

/// <summary>
/// <c>--lives N --seed S --workers W --seconds T --jobs J --stories K --rules M1,... --skip Kind,...</c>: runs worlds until N lives or T
/// seconds are over.
/// <c>--first</c>: stops at the first failure. <c>--one --seed S</c>: tells the story of one seed.
/// </summary>
internal static class SimulationRun
{
    public static async Task<int> MainAsync(string[] args)
    {
        var lives = Number(args, "--lives", 1000);
        var seed = (ulong)Number(args, "--seed", 1);
        var jobs = (int)Number(args, "--jobs", 6);
        var stories = (int)Number(args, "--stories", 3);
        var workers = (int)Number(args, "--workers", 1);
        var seconds = Number(args, "--seconds", long.MaxValue / 10_000_000 / 2);
        var skip = Array.IndexOf(args, "--skip") is >= 0 and var at ? args[at + 1].Split(',') : [];
        if (args.Contains("--one"))
        {
            await using var database = new SqliteWorldDatabase();
            var plan = PlanGenerator.Draw(seed, jobs);
            var broken = new SimWorld(plan, database, isTold: false).Run();
            Console.WriteLine(broken.Count == 0 ? "No promise is broken." : StoryTeller.Tell(plan, database, broken[0].Rule));
            return broken.Count == 0 ? 0 : 1;
        }

        var rules = Array.IndexOf(args, "--rules") is >= 0 and var place ? args[place + 1].Split(',') : null;
        var tally = new Tally(lives, jobs, seed, stories, TimeSpan.FromSeconds(seconds), rules, skip, Console.Out) { StopsAtFirst = args.Contains("--first") };
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(tally.Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Console.WriteLine(tally.Summary());
        return tally.Failures == 0 ? 0 : 1;
    }

    private static long Number(string[] args, string name, long fallback)
    {
        var place = Array.IndexOf(args, name);
        return place < 0 ? fallback : long.Parse(args[place + 1], CultureInfo.InvariantCulture);
    }
}
