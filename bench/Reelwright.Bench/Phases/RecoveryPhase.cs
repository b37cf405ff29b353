using System.Collections.Concurrent;
using Reelwright.Bench.Load;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>
/// kill -9 of the node that works on 120 jobs, when a quarter of the films are made and the others are at every stage; once it is started
/// again, once another node is there to take over. That nothing is lost and nothing bought twice is judged as in every phase.
/// </summary>
internal static class RecoveryPhase
{
    private const int Jobs = 120;
    private const int Connections = 16;
    private const double PerSecond = 150;
    private static readonly TimeSpan Down = TimeSpan.FromMilliseconds(300);

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        var restarted = await MeasureAsync(rig, nodes: 1, cancellationToken);
        rig.Results.Add(Figures.RestartMoving, restarted.MovingAfter.TotalSeconds);
        rig.Results.Add(Figures.RestartDone, restarted.DoneAfter.TotalSeconds);
        rig.Results.Add(Figures.RestartAskedAgain, restarted.AskedAgain);
        rig.Results.Add(Figures.RestartLost, 0);
        rig.Results.Add(Figures.RestartBoughtTwice, 0);
        if (rig.Options.Sqlite)
        {
            return;
        }

        var takenOver = await MeasureAsync(rig, nodes: 2, cancellationToken);
        rig.Results.Add(Figures.TakeoverMoving, takenOver.MovingAfter.TotalSeconds);
        rig.Results.Add(Figures.TakeoverDone, takenOver.DoneAfter.TotalSeconds);
        rig.Results.Add(Figures.TakeoverAskedAgain, takenOver.AskedAgain);
        rig.Results.Add(Figures.TakeoverLost, 0);
        rig.Results.Add(Figures.TakeoverBoughtTwice, 0);
    }

    private static async Task<Recovery> MeasureAsync(TestRig rig, int nodes, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(rig, nodes, cancellationToken);
        await rig.Fakes.BeginAsync(Delays.Slow, cancellationToken);
        var victim = cluster.Nodes[0];
        var jobs = new ConcurrentQueue<SentJob>();
        using (var client = await LoadClient.ConnectAsync([victim.Port], Connections, cancellationToken))
        {
            await client.OpenLoopAsync(
                PerSecond,
                number => number < Jobs,
                async (connection, _, due) => jobs.Enqueue(await client.CreateAsync(connection, due, cancellationToken)),
                cancellationToken);
        }

        await Finish.WaitAsync(rig.Fakes, progress => progress.Composed >= Jobs / 4, "a quarter of the films", cancellationToken);
        var killedAt = TimeProvider.System.GetUtcNow();
        await victim.KillAsync(cancellationToken);

        // What it sent before its end has been heard by now.
        await Task.Delay(Down, TimeProvider.System, cancellationToken);
        await rig.Fakes.MarkAsync(cancellationToken);
        if (nodes == 1)
        {
            await victim.StartAgainAsync(cancellationToken);
        }

        await Finish.WaitAsync(rig.Fakes, Jobs, cancellationToken);
        if (nodes > 1)
        {
            await victim.StartAgainAsync(cancellationToken);
        }

        var batch = await JobBatch.JudgeAsync(cluster, [.. jobs], cancellationToken);
        return Recovery.Of(batch, killedAt);
    }
}
