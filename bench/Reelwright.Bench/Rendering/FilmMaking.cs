using System.Net.Http.Json;
using System.Text.Json;
using Reelwright.Bench.Measuring;
using Reelwright.Bench.Rig;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;

namespace Reelwright.Bench.Rendering;

/// <summary>What an ad took, from the request to the completed job.</summary>
/// <param name="Memory">The most that the server and its children held at one time, MiB.</param>
internal sealed record FilmCost(TimeSpan Wall, TimeSpan Cpu, double Memory);

/// <summary>Has one ad made, as any client would.</summary>
internal static class FilmMaking
{
    private const int GlancesPerQuestion = 3;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(15);

    /// <exception cref="BenchFailedException">The job did not complete.</exception>
    public static async Task<FilmCost> MeasureAsync(RenderServer server, RenderAd ad, string filmPath, CancellationToken cancellationToken)
    {
        var request = new GenerateAdRequest { Prompt = "Create an Instagram ad for luxury watches", Duration = ad.Duration, AspectRatio = ad.Aspect };
        var cpu = new CpuMeter([server.Id]);
        var started = TimeProvider.System.GetTimestamp();
        using var created = await server.Client.PostAsJsonAsync(new Uri("/api/v1/generate-ad", UriKind.Relative), request, WireJson.Wire.GenerateAdRequest, cancellationToken);
        if (!created.IsSuccessStatusCode)
        {
            throw new BenchFailedException($"The ad was refused: {await created.Content.ReadAsStringAsync(cancellationToken)}");
        }

        var job = (await created.Content.ReadFromJsonAsync(WireJson.Wire.JobCreated, cancellationToken))!;
        var memory = 0.0;
        while (true)
        {
            // Memory moves faster than a job, and questions are limited to 300 a minute.
            for (var glance = 0; glance < GlancesPerQuestion; glance++)
            {
                memory = Math.Max(memory, ProcessTree.MemoryOfAll(server.Id));
                await Task.Delay(Glance, TimeProvider.System, cancellationToken);
            }

            var view = (await server.Client.GetFromJsonAsync(new Uri($"/api/v1/jobs/{job.JobId}", UriKind.Relative), WireJson.Wire.JobView, cancellationToken))!;
            if (view.Status is not ("queued" or "processing"))
            {
                var cost = new FilmCost(TimeProvider.System.GetElapsedTime(started), cpu.Elapsed, memory);
                await SaveAsync(server, view, filmPath, cancellationToken);
                return cost;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Bound)
            {
                throw new BenchFailedException($"The job was not completed within {Bound.TotalMinutes} minutes.");
            }
        }
    }

    private static async Task SaveAsync(RenderServer server, JobView job, string path, CancellationToken cancellationToken)
    {
        if (job is not { Status: "completed", Result: { } result } || result.GetProperty("video_url") is not { ValueKind: JsonValueKind.String } url)
        {
            throw new BenchFailedException($"The job is {job.Status}: {job.Error}");
        }

        await using var film = await server.Client.GetStreamAsync(new Uri(url.GetString()!, UriKind.RelativeOrAbsolute), cancellationToken);
        await using var file = File.Create(path);
        await film.CopyToAsync(file, cancellationToken);
    }
}
