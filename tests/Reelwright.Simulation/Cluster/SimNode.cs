using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Reelwright.Engine;
using Reelwright.Engine.Leases;
using Reelwright.Engine.Running;
using Reelwright.Engine.Signals;
using Reelwright.Orchestrator.Services;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Simulation.Scheduling;
using Reelwright.Simulation.World;

namespace Reelwright.Simulation.Cluster;

/// <summary>
/// One process of the orchestrator: the real dispatcher with its lease, and the real gateway, on simulated time, wire and database.
/// </summary>
#pragma warning disable CA1001 // A killed process releases nothing.
internal sealed class SimNode : INodeWatch
#pragma warning restore CA1001
{
    private readonly SimWorld world;
    private readonly NodeMembership membership;
    private readonly JobDispatcher dispatcher;
    private readonly CancellationTokenSource stopping = new();
    private Task loops = Task.CompletedTask;

    public SimNode(SimWorld world, int place, string name, EngineOptions options)
    {
        this.world = world;
        Place = place;
        Actor = world.Scheduler.NewActor(name);
        Time = new SimTime(world.Scheduler, Actor);
        var random = new SimRandom(SimRandom.Mix(world.Plan.ScheduleSeed, (ulong)Actor.Number));
        var wrapped = Options.Create(options);
        var store = NodeStore.Create(world.Database.Store, new StoreLink(world, this));
        var transport = new ServiceTransport(_ => new NodeHandler(world.Directory, world.Wire, this), Time, new Random((int)(random.Next() >> 33)));
        var clients = world.Settings.Select(settings => new ServiceClient(
            ServiceSettings.ContractOf(settings.Profile.Service), settings.ToOptions(), settings.Token, transport, NullLoggerFactory.Instance));
        membership = new NodeMembership(store, wrapped, Time, NullLogger<NodeMembership>.Instance);
        var gateway = new HttpServiceGateway(clients, new ResponseMediaCopier(null!, null!));
        var pipeline = world.Pipeline;
        var engine = new EngineContext(
            store, gateway, pipeline, Signals, new LocalSignals(Signals), membership, wrapped, Time, NullLogger<EngineContext>.Instance) { Jitter = random.Unit };
        dispatcher = new JobDispatcher(engine, NullLogger<JobDispatcher>.Instance);
    }

    public int Place { get; }

    public Actor Actor { get; }

    public string Name => Actor.Name;

    public SimTime Time { get; }

    public JobSignals Signals { get; } = new();

    /// <summary>Until when the database can't be reached from here.</summary>
    public TimeSpan DatabaseAwayUntil { get; set; }

    public void Start() => Actor.Run(() => loops = dispatcher.RunLoopsAsync(stopping.Token));

    /// <summary>Stops in good order.</summary>
    public void Stop(Action stopped) => Actor.Run(async () =>
    {
        stopping.Cancel();
        await loops;
        await dispatcher.FinishAsync(CancellationToken.None);
        stopped();
    });

    public void Sending(WireRequest request) => world.Oracle.PaidCallLeaves(membership.Current?.Lease, request, Name);

    public void Sent(WireRequest request) => world.Blows.AfterSend(this, request.Slot.Job);
}
