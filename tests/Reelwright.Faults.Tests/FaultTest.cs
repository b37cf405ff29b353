using System.Net;
using Reelwright.Contracts.Jobs;
using Reelwright.Testing.Api;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;

namespace Reelwright.Faults.Tests;

/// <summary>
/// A scenario on a cluster of real processes, and the check that ends it. When it fails, the logs of the nodes are with the failure.
/// </summary>
public abstract class FaultTest(FaultServer server) : IAsyncDisposable
{
    protected static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>SPEC 5: a dead node's jobs go on elsewhere within this.</summary>
    protected static readonly TimeSpan RecoveryBound = TimeSpan.FromSeconds(8);

    private const int LogLines = 60;

    private Cluster? cluster;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected Cluster Cluster => cluster ?? throw new InvalidOperationException("The scenario has no cluster yet.");

    protected async Task<Cluster> StartAsync(ClusterPlan plan, ClusterServer? on = null) => cluster = await Cluster.StartAsync(on ?? server.Cluster, plan, Cancelled);

    /// <summary>Checks all promises, and says what it found.</summary>
    protected async Task<ClusterReport> ShouldKeepItsPromisesAsync(ClusterCheck? check = null)
    {
        var report = await (check ?? new ClusterCheck(Cluster)).RunAsync(Cancelled);
        Say(report.ToString());
        report.Violations.ShouldBeEmpty();
        return report;
    }

    protected Task<JobView> EndOfAsync(Guid job, int? node = null) => Cluster.EndOfAsync(job, Bound, Cancelled, node);

    /// <summary>Waits until the fakes have written this down.</summary>
    protected Task InBookAsync(Func<BookEntry, bool> entry) =>
        Eventually.Within(Bound, async () => (await Cluster.Services.ReadBookAsync(Cancelled)).Entries.Any(entry), Cancelled);

    /// <summary>Creates jobs on one node after the other, at an even pace whatever becomes of those before, until told to stop.</summary>
    protected async Task KeepBusyAsync(TimeSpan pause, CancellationToken stopping)
    {
        var created = new List<Task>();
        using var timer = new PeriodicTimer(pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                created.Add(TryCreateAsync());
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(created);
        }
    }

    protected static void Say(string words) => TestContext.Current.TestOutputHelper!.WriteLine(words);

    protected static Task PauseAsync(TimeSpan length) => Task.Delay(length, TimeProvider.System, Cancelled);

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                foreach (var node in cluster.Nodes)
                {
                    TestContext.Current.AddAttachment($"{node.Name}.log", string.Join('\n', node.Logs));
                    Say($"--- {node.Name}, its last {LogLines} lines ---\n{string.Join('\n', node.Logs.TakeLast(LogLines))}");
                }
            }
        }

        GC.SuppressFinalize(this);
    }

    private async Task TryCreateAsync()
    {
        try
        {
            await Cluster.CreateAsync(Cancelled);
        }
        catch (Exception exception) when (exception is HttpRequestException or UnexpectedAnswerException { Status: HttpStatusCode.ServiceUnavailable })
        {
            // The node that was asked is dead, or died over it, or its database is away.
        }
    }
}
