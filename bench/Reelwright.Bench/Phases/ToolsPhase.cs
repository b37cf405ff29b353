using System.Globalization;
using System.Text;
using Reelwright.Bench.Fakes;
using Reelwright.Bench.Load;
using Reelwright.Bench.Measuring;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>
/// What the bench's own tools can do: the load asks the fake video service directly. Figures of the orchestrator near these would be the
/// tools'.
/// </summary>
internal static class ToolsPhase
{
    private const int Connections = 32;
    private const int Different = 20_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await rig.Fakes.BeginAsync(new FakeSettings(), cancellationToken);
        var requests = Enumerable.Range(0, Different).Select(_ => Clip(Guid.CreateVersion7())).ToArray();
        using var client = await LoadClient.ConnectAsync([rig.Fakes.Ports[(int)FakeStage.Video]], Connections, cancellationToken);
        await AskAsync(client, requests, WarmUp, cancellationToken);

        var fakes = new CpuMeter([rig.Fakes.Id]);
        var load = Environment.CpuUsage.TotalTime;
        var asked = await AskAsync(client, requests, Duration, cancellationToken);
        rig.Results.Add(Figures.ToolsRate, asked / Duration.TotalSeconds);
        rig.Results.Add(Figures.ToolsFakesCpu, fakes.Elapsed.TotalMicroseconds / asked);
        rig.Results.Add(Figures.ToolsLoadCpu, (Environment.CpuUsage.TotalTime - load).TotalMicroseconds / asked);
    }

    private static async Task<int> AskAsync(LoadClient client, byte[][] requests, TimeSpan duration, CancellationToken cancellationToken)
    {
        var asked = 0;
        var started = TimeProvider.System.GetTimestamp();
        await client.ClosedLoopAsync(async connection =>
        {
            await client.StatusAsync(connection, requests[Interlocked.Increment(ref asked) % requests.Length], null, cancellationToken);
            return TimeProvider.System.GetElapsedTime(started) < duration;
        });
        return asked;
    }

    // As long as the orchestrator's.
    private static byte[] Clip(Guid id)
    {
        const string Body = """{"scene_prompt":"Scene 2, close shot of a hand that reaches for the product, bright summer energy","duration":7.5,"aspect_ratio":"16:9","scene":{"index":1,"role":"problem"}}""";
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /generate-video HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Reelwright/1.0.0\r\nAccept: application/json\r\nX-Job-Id: {id}\r\nIdempotency-Key: {id}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"));
    }
}
