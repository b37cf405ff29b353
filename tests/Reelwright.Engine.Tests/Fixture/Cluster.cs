using System.Text.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Store;
using Reelwright.Storage.Sqlite;
using Reelwright.Testing.Time;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>A real database, scripted services, time that a test moves, and nodes that share them.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    public const string Owner = "ada";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    private readonly Scratch folder = new();
    private readonly SqliteJobStore database;
    private readonly List<Node> nodes = [];

    public Cluster()
    {
        database = SqliteJobStore.Open(folder.PathOf("jobs.db"), Time);
        Store = new FaultyStore(database);
    }

    public FakeTimeProvider Time { get; } = new();

    public ScriptedGateway Services { get; } = new();

    public FaultyStore Store { get; }

    public EngineOptions Options { get; } = new();

    public JobPipeline Pipeline { get; set; } = Stages.All();

    public async Task<JobId> CreateAsync(decimal limit = 10m, decimal maxInDoubt = 0)
    {
        var id = JobId.New(Time);
        await database.CreateAsync(
            new NewJob
            {
                Id = id,
                Owner = Owner,
                Prompt = "An ad for a quiet kettle",
                Duration = 30,
                AspectRatio = "9:16",
                BrandGuidelines = null,
                Request = "{}",
                CostLimit = limit,
                MaxInDoubt = maxInDoubt,
                Priority = 5,
            },
            CancellationToken.None);
        return id;
    }

    /// <summary>A node that has joined.</summary>
    public async Task<Node> JoinAsync()
    {
        var node = NewNode();
        node.Hangs = false;
        await node.Membership.RenewAsync(CancellationToken.None);
        return node;
    }

    /// <summary>A node that has not joined, and renews no lease by itself.</summary>
    public Node NewNode()
    {
        var node = new Node(Store, Services, Pipeline, Options, Time) { Hangs = true };
        nodes.Add(node);
        return node;
    }

    public async Task<JobRecord> FindAsync(JobId job) => (await database.FindAsync(Owner, job, CancellationToken.None)).ShouldNotBeNull();

    public async Task<IReadOnlyList<LedgerCall>> LedgerAsync(JobId job) => (await database.CallsAsync(Owner, job, CancellationToken.None)).ShouldNotBeNull();

    public async Task<LedgerCall> CallAsync(JobId job, string stage, int index = 0) =>
        (await LedgerAsync(job)).Last(call => call.Id.Stage == stage && call.Id.Index == index);

    public async Task<IReadOnlyList<NumberedEvent>> EventsAsync(JobId job) => (await database.EventsAsync(Owner, job, 0, CancellationToken.None)).ShouldNotBeNull();

    public async Task<IReadOnlyList<JsonElement>> EventsAsync(JobId job, string kind) =>
        [.. (await EventsAsync(job)).Where(item => item.Kind == kind).Select(item => JsonDocument.Parse(item.Data).RootElement)];

    /// <summary>Lets time pass, with heartbeats of the nodes that are well, until the work is done.</summary>
    public async Task PassUntilAsync(Task work, TimeSpan step)
    {
        await Eventually.Within(
            Bound,
            async () =>
            {
                if (!work.IsCompleted)
                {
                    await PassAsync(step);
                }

                return work.IsCompleted;
            },
            CancellationToken.None);
        await work;
    }

    public async Task PassAsync(TimeSpan time)
    {
        for (var end = Time.GetUtcNow() + time; Time.GetUtcNow() < end;)
        {
            var rest = end - Time.GetUtcNow();
            Time.Advance(rest < Heartbeat ? rest : Heartbeat);
            foreach (var node in nodes.Where(node => !node.Hangs))
            {
                await node.Membership.RenewAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Returns once somebody sleeps: this many timers are set.</summary>
    public Task AsleepAsync(int timers = 1) => Eventually.Within(Bound, () => Time.ActiveTimers >= timers, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            node.Dispose();
        }

        await database.DisposeAsync();
        folder.Dispose();
    }
}
