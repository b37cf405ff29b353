using System.Collections.Concurrent;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Services;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Wire;

namespace Reelwright.Testing.Clusters;

/// <summary>
/// Some real nodes on one PostgreSQL, against fake services that another process runs and whose book another process keeps. Everything
/// that was accepted is remembered here, so that <see cref="ClusterCheck"/> can ask for it.
/// </summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, bool> accepted = new();
    private readonly List<ClusterNode> nodes = [];
    private readonly ClusterServer server;
    private int turn;
    private int doubtful;

    private Cluster(ClusterServer server, string database, FakeServices services, IReadOnlyDictionary<string, FaultProxy> wires)
    {
        this.server = server;
        Database = database;
        Services = services;
        Wires = wires;
    }

    public string Database { get; }

    public FakeServices Services { get; }

    public IReadOnlyList<ClusterNode> Nodes => nodes;

    public ClusterNode this[int index] => nodes[index];

    /// <summary>The wires to the services by their names, when the plan has any.</summary>
    public IReadOnlyDictionary<string, FaultProxy> Wires { get; }

    /// <summary>Jobs whose creation was answered with 201.</summary>
    public ICollection<Guid> Accepted => accepted.Keys;

    /// <summary>Creations whose answer was lost: they may have made a job.</summary>
    public int Doubtful => doubtful;

    public static async Task<Cluster> StartAsync(ClusterServer server, ClusterPlan plan, CancellationToken cancellationToken)
    {
        var services = await FakeServices.StartAsync(plan.Fakes.ForAll(service => service with { Token = service.Token ?? ClusterPlan.ServiceToken }), cancellationToken);
        var wires = plan.WiredToServices ? ServiceNames.All.ToDictionary(name => name, name => FaultProxy.Start(services.Url(name).Port)) : [];
        var cluster = new Cluster(server, await server.CreateDatabaseAsync(cancellationToken), services, wires);
        try
        {
            cluster.nodes.AddRange(await Task.WhenAll(Enumerable.Range(0, plan.Nodes).Select(index => cluster.StartNodeAsync(index, plan, cancellationToken))));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A job, asked of the given node or of one after the other.</summary>
    public async Task<Guid> CreateAsync(CancellationToken cancellationToken, int? node = null, GenerateAdRequest? request = null)
    {
        var asked = nodes[node ?? (Interlocked.Increment(ref turn) % nodes.Count)];
        try
        {
            var job = (await asked.Api.CreateAsync(request ?? Ads.Request(), cancellationToken)).JobId;
            accepted[job] = true;
            return job;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Interlocked.Increment(ref doubtful);
            throw;
        }
    }

    public async Task<IReadOnlyList<Guid>> CreateManyAsync(int count, CancellationToken cancellationToken) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => CreateAsync(cancellationToken)));

    /// <summary>SIGKILL, with the database as a witness of when.</summary>
    public async Task KillAsync(ClusterNode node, CancellationToken cancellationToken)
    {
        await node.Process.KillAsync(cancellationToken);
        await WitnessEndAsync(node, cancellationToken);
    }

    /// <summary>The node's process has ended by itself just now.</summary>
    public Task WitnessEndAsync(ClusterNode node, CancellationToken cancellationToken) =>
        ExecuteAsync($"INSERT INTO audit.kills (life) VALUES ('{node.Life}')", cancellationToken);

    /// <summary>The node that works on a job; null when none does.</summary>
    public async Task<ClusterNode?> OwnerAsync(Guid job, CancellationToken cancellationToken)
    {
        var life = await QueryAsync($"SELECT n.life FROM job_work w JOIN audit.nodes n ON n.id = w.node WHERE w.job_id = '{job}'", cancellationToken);
        return nodes.FirstOrDefault(node => node.Life == life.Trim());
    }

    /// <summary>The node that works on most jobs.</summary>
    public async Task<ClusterNode> BusiestAsync(CancellationToken cancellationToken)
    {
        var life = await QueryAsync(
            "SELECT n.life FROM job_work w JOIN audit.nodes n ON n.id = w.node GROUP BY n.life ORDER BY count(*) DESC LIMIT 1", cancellationToken);
        return nodes.FirstOrDefault(node => node.Life == life.Trim()) ?? throw new InvalidOperationException("No node works on any job.");
    }

    public Task<string> QueryAsync(string sql, CancellationToken cancellationToken) => server.Server.QueryAsync(sql, Database, cancellationToken);

    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) => server.Server.ExecuteAsync(sql, Database, cancellationToken);

    /// <summary>Runs SQL in another database of the same server: for changes to this one as a whole.</summary>
    public Task OnServerAsync(string sql, CancellationToken cancellationToken) => server.Server.ExecuteAsync(sql, "postgres", cancellationToken);

    /// <summary>The job's end as any node that lives tells it.</summary>
    public Task<JobView> EndOfAsync(Guid job, TimeSpan bound, CancellationToken cancellationToken, int? node = null) =>
        (node is { } index ? nodes[index] : nodes.First(node => !node.Process.HasExited)).Api.WaitForEndAsync(job, bound, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        foreach (var wire in Wires.Values)
        {
            await wire.DisposeAsync();
        }

        await Services.DisposeAsync();
    }

    private async Task<ClusterNode> StartNodeAsync(int index, ClusterPlan plan, CancellationToken cancellationToken)
    {
        var wire = plan.WiredToDatabase ? FaultProxy.Start(server.Server.Port) : null;
        var environment = new Dictionary<string, string?>(Services.Environment);
        foreach (var (service, proxy) in Wires)
        {
            environment[FakeServices.VariableOf(service)] = proxy.Url.ToString();
        }

        foreach (var (variable, value) in plan.NodeEnvironment(index))
        {
            environment[variable] = value;
        }

        return await ClusterNode.StartAsync(
            $"node{index}", wire, life => $"{server.Server.UrlOf(Database, wire?.Port)}&application_name={life}", environment, cancellationToken);
    }
}
