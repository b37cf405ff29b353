using System.Runtime.CompilerServices;
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
}
