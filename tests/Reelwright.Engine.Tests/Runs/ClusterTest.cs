using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
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

    /// <summary>A node whose loops run.</summary>
    private protected async Task<JobDispatcher> StartAsync()
    {
        var node = Cluster.NewNode();
        var dispatcher = new JobDispatcher(node.Engine, NullLogger<JobDispatcher>.Instance);
        await dispatcher.StartAsync(CancellationToken.None);
        return dispatcher;
    }

    /// <summary>Gives the three loops and the runners time, whenever all of them sleep, until the condition holds.</summary>
    private protected Task MeanwhileAsync(JobDispatcher dispatcher, Func<Task<bool>> condition) => Soon(async () =>
    {
        if (Cluster.Time.ActiveTimers >= 3 + dispatcher.InFlight)
        {
            Cluster.Time.Advance(TimeSpan.FromSeconds(0.5));
        }

        return await condition();
    });
}
