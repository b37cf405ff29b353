using System.Diagnostics;
using System.Globalization;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.StoreBench;

/// <summary>How long <c>GET /jobs?q=</c> takes in a store with many jobs.</summary>
internal static class SearchBench
{
    private const int Owned = 20;
    private const int Repeats = 30;

    private static readonly string[] Products = ["watch", "kettle", "running shoe", "coffee", "bicycle", "sofa", "lamp", "tea", "guitar", "tent"];
    private static readonly string[] Places = ["Lyon", "M\u00fcnchen", "K\u00f8benhavn", "\u041c\u043e\u0441\u043a\u0432\u0430", "Athens", "\u6771\u4eac", "Porto", "Krak\u00f3w"];

    public static async Task RunAsync(string name, IJobStore store, IJobReader reader, int jobs)
    {
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, jobs), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, token) => await store.CreateAsync(New(i), token));
        Report($"{name}: creating {jobs} jobs, s", Stopwatch.GetElapsedTime(started).TotalSeconds);

        foreach (var part in (string[])["kettle", "LYON", "number 123456 ", "munchen", "M\u00dcNCHEN", "zebra crossing", "kettle for Porto, number 7", "er 29999", "ad"])
        {
            var times = new List<double>();
            var found = 0;
            for (var i = 0; i < Repeats; i++)
            {
                started = Stopwatch.GetTimestamp();
                found = (await reader.ListAsync(new JobFilter { Owner = "ada", Limit = Owned + 1, PromptContains = part }, CancellationToken.None)).Count;
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            times.Sort();
            Report($"{name}: q={part} ({found} found), p50 ms", times[Repeats / 2]);
            Report($"{name}: q={part}, p95 ms", times[Repeats * 95 / 100]);
        }
    }

    private static NewJob New(int i)
    {
        var prompt = $"A short ad for a quiet {Products[i % Products.Length]} for {Places[i / 10 % Places.Length]}, number {i} of our campaign";
        return new NewJob
        {
            Id = JobId.New(TimeProvider.System),
            Owner = "ada",
            Prompt = prompt,
            Duration = 30,
            AspectRatio = "9:16",
            BrandGuidelines = null,
            Request = $$"""{"prompt":"{{prompt}}","duration":30}""",
            CostLimit = 10,
            Priority = 5,
        };
    }

    private static void Report(string what, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-56}{value,10:0.00}"));
}
