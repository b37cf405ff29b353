using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Running;
using Reelwright.Engine.Tests.Fixture;
using Reelwright.Testing.Time;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>A test with a cluster of its own.</summary>
public abstract class ClusterTest : IAsyncLifetime
{
    private protected Cluster Cluster { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits, in real time, for what other threads do.</summary>
    private protected static Task Soon(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string? text = null) =>
        Eventually.Within(TimeSpan.FromSeconds(20), condition, TestContext.Current.CancellationToken, text);

    private protected static Task Soon(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null) =>
        Eventually.Within(TimeSpan.FromSeconds(20), condition, TestContext.Current.CancellationToken, text);

    /// <summary>Works on the job, and lets time pass while it waits, until it has ended.</summary>
    private protected async Task RunToEndAsync(Node node, JobId job)
    {
        for (var turns = 0; !(await Cluster.FindAsync(job)).State.IsTerminal(); turns++)
        {
            turns.ShouldBeLessThan(1000, "The job does not end.");
            if (await node.TryClaimAsync() is not { } runner)
            {
                await Cluster.PassAsync(TimeSpan.FromSeconds(1));
                continue;
            }

            var work = runner.RunAsync();
            while (!work.IsCompleted)
            {
                await Soon(() => work.IsCompleted || Cluster.Time.ActiveTimers > 0);
                await Cluster.PassAsync(work.IsCompleted ? TimeSpan.Zero : TimeSpan.FromSeconds(1));
            }

            await work;
        }
    }

    /// <summary>A node whose loops run.</summary>
    private protected async Task<JobDispatcher> StartAsync()
    {
        var node = Cluster.NewNode();
        var dispatcher = new JobDispatcher(node.Engine, NullLogger<JobDispatcher>.Instance);
        await dispatcher.StartAsync(CancellationToken.None);
        return dispatcher;
    }

    /// <summary>Gives the loops and the runners time, whenever all of them sleep, until the condition holds.</summary>
    private protected Task MeanwhileAsync(JobDispatcher dispatcher, Func<Task<bool>> condition) => Soon(async () =>
    {
        if (Cluster.Time.ActiveTimers >= 4 + dispatcher.InFlight)
        {
            Cluster.Time.Advance(TimeSpan.FromSeconds(0.5));
        }

        return await condition();
    });
}
