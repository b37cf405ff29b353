using Reelwright.Engine;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Pipeline;
using Reelwright.Simulation.Oracles;
using Reelwright.Simulation.Plans;
using Reelwright.Simulation.Scheduling;
using Reelwright.Simulation.Stories;
using Reelwright.Simulation.World;

namespace Reelwright.Simulation.Cluster;

/// <summary>A plan come to life: services, a database, nodes, people, and the oracle that watches them.</summary>
internal sealed class SimWorld
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CalmFrom = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(45);
    private const long MostSteps = 400_000;

    private readonly SimTime clock;
    private readonly EngineOptions options;
    private readonly Dictionary<JobId, int> numbers = [];
    private readonly Dictionary<int, JobId> ids = [];
    private readonly SimNode?[] nodes;
    private int started;
    private int pending;

    public SimWorld(Plan plan, IDatabase database, bool isTold)
    {
        Plan = plan;
        Database = database;
        Scheduler = new SimScheduler(plan.ScheduleSeed);
        Story = new Story(Scheduler, isTold);
        var world = Scheduler.NewActor("the world");
        clock = new SimTime(Scheduler, world);
        DatabaseActor = Scheduler.NewActor("the database");
        database.Begin(DatabaseActor, new SimTime(Scheduler, DatabaseActor));
        Directory = new ServiceDirectory(plan, clock, Scheduler);
        Wire = new Wire(plan, clock, Story);
        Settings = [.. plan.Services.Select(profile => new ServiceSettings(profile))];
        Pipeline = new JobPipeline([.. plan.Services.Select((profile, place) => new SimStage(profile, 100 * (place + 1) / plan.Services.Count))]);
        Oracle = new Oracle(this);
        People = new People(this);
        Blows = new Blows(this);
        options = OptionsOf(plan);
        nodes = new SimNode?[plan.Nodes];
    }

    public Plan Plan { get; }

    public IDatabase Database { get; }

    public SimScheduler Scheduler { get; }

    public Story Story { get; }

    public Actor DatabaseActor { get; }

    public ServiceDirectory Directory { get; }

    public Wire Wire { get; }

    public IReadOnlyList<ServiceSettings> Settings { get; }

    public JobPipeline Pipeline { get; }

    public Oracle Oracle { get; }

    public People People { get; }

    public Blows Blows { get; }

    public IEnumerable<JobId> Jobs => ids.Values;

    public JobId IdOf(int job) => ids[job];

    public int NumberOf(JobId job) => numbers[job];

    public JobId AddJob(JobPlan job)
    {
        // Ids of the same plan are the same in every run, and grow with the jobs.
        var id = new JobId(new Guid(job.Number + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)job.Number));
        numbers[id] = job.Number;
        ids[job.Number] = id;
        Directory.AddJob(id.Value, job.Number);
        Oracle.Created(job);
        return id;
    }

    /// <summary>Runs until nothing is left to happen, and says which promises were broken.</summary>
    public IReadOnlyList<Violation> Run()
    {
        Schedule();
        for (var place = 0; place < nodes.Length; place++)
        {
            StartNode(place);
        }

        var quiet = 0;
        var until = Slice;
        IReadOnlyList<Violation> broken = [];
        while (Scheduler.RunUntil(until, MostSteps))
        {
            Wire.IsCalm |= until >= CalmFrom;
            if (pending == 0 && Wire.OnTheirWay == 0 && Oracle.AllEnded)
            {
                broken = Oracle.Judge();
                quiet = broken.Count == 0 ? quiet + 1 : 0;
                if (quiet == 2 || broken.Any(one => one.IsFinal))
                {
                    return broken;
                }
            }

            if (until >= Longest)
            {
                return Oracle.Judge();
            }

            until += until < CalmFrom ? Slice : Slice * 6;
        }

        return Scheduler.Fault is { } fault
            ? [new Violation("SIM", -1, $"The simulation itself failed: {fault}")]
            : [new Violation("M4", -1, $"The world does not come to rest: {MostSteps} steps in {Scheduler.Elapsed}.")];
    }

    public void Later(double seconds, Action happens)
    {
        pending++;
        clock.After(TimeSpan.FromSeconds(seconds), () =>
        {
            pending--;
            happens();
        });
    }

    /// <summary>A signal to the nodes that something is ready, or that a job shall be cancelled; it is lost now and then.</summary>
    public void Nudge(JobId? cancel = null)
    {
        foreach (var node in nodes.OfType<SimNode>())
        {
            node.Actor.Post(_ => Signal(node, cancel), null);
        }
    }

    public void Kill(SimNode node, double restartAfter)
    {
        if (node.Actor.IsDead)
        {
            return;
        }

        Story.Tell($"{node.Name} is killed");
        node.Actor.Die();
        nodes[node.Place] = null;
        Later(restartAfter, () => StartNode(node.Place));
    }

    public void Pause(SimNode node, double seconds)
    {
        if (node.Actor.IsDead || node.Actor.IsPaused)
        {
            return;
        }

        Story.Tell($"{node.Name} stands still for {seconds:0.0} s");
        node.Actor.Pause();
        Later(seconds, () =>
        {
            if (!node.Actor.IsDead)
            {
                Story.Tell($"{node.Name} goes on");
                node.Actor.Resume();
            }
        });
    }

    private static void Signal(SimNode node, JobId? cancel)
    {
        if (cancel is { } job)
        {
            node.Signals.SignalCancel(job);
        }
        else
        {
            node.Signals.SignalReady();
        }
    }

    private void Schedule()
    {
        foreach (var job in Plan.Jobs)
        {
            Later(job.At, () => People.Create(job));
        }

        foreach (var settings in Settings.Where(settings => settings.Profile.Limit is not null))
        {
            People.Limit(settings.Profile.Service, settings.Profile.Limit!.Value);
        }

        foreach (var one in Plan.Happenings)
        {
            if (Timed(one) is { } happens)
            {
                Later(one.At, happens);
            }
        }
    }

    private Action? Timed(Happening one) => one.Kind switch
    {
        HappeningKind.KillNode => () => OnNode(one, node => Kill(node, one.Seconds)),
        HappeningKind.PauseNode => () => OnNode(one, node => Pause(node, one.Seconds)),
        HappeningKind.StopNode => () => OnNode(one, node => Stop(node, one.Seconds)),
        HappeningKind.LoseDatabase => () => OnNode(one, node => LoseDatabase(node, one.Seconds)),
        HappeningKind.CancelJob => () => OnJob(one, People.Cancel),
        HappeningKind.DeleteJob => () => OnJob(one, People.Delete),
        HappeningKind.LimitService => () => People.Limit(one.Service, one.Limit),
        HappeningKind.MoveService => () => Configure(one, settings => settings.Address++, "another address"),
        HappeningKind.ChangeAccount => () => Configure(one, settings => settings.Account++, "other credentials"),
        HappeningKind.Declare => () => Configure(one, settings => settings.Idempotent = one.Consent, $"the declaration idempotent = {one.Consent}"),
        _ => null,
    };

    private void OnNode(Happening one, Action<SimNode> happens)
    {
        if (nodes[one.Node % nodes.Length] is { } node)
        {
            happens(node);
        }
    }

    private void OnJob(Happening one, Action<int> happens)
    {
        if (ids.ContainsKey(one.Job))
        {
            happens(one.Job);
        }
    }

    private void Configure(Happening one, Action<ServiceSettings> change, string what)
    {
        Story.Tell($"the operator gives {one.Service} {what} and restarts every node");
        change(Settings.First(settings => settings.Profile.Service == one.Service));
        foreach (var node in nodes.OfType<SimNode>().ToList())
        {
            Stop(node, one.Seconds);
        }
    }

    private void Stop(SimNode node, double startAgainAfter)
    {
        Story.Tell($"{node.Name} is asked to stop");
        nodes[node.Place] = null;
        pending++;
        var isDown = false;
        node.Stop(Down);

        // Whoever does not stop in time is killed, as by any process manager.
        Later(30, Down);

        void Down()
        {
            if (!isDown)
            {
                isDown = true;
                pending--;
                node.Actor.Die();
                Story.Tell($"{node.Name} is down");
                Later(startAgainAfter, () => StartNode(node.Place));
            }
        }
    }

    private void LoseDatabase(SimNode node, double seconds)
    {
        Story.Tell($"{node.Name} can't reach the database for {seconds:0.0} s");
        node.DatabaseAwayUntil = Scheduler.Elapsed + TimeSpan.FromSeconds(seconds);
    }

    private void StartNode(int place)
    {
        if (nodes[place] is null)
        {
            var node = new SimNode(this, place, $"node {(char)('A' + (started++ % 26))}", options);
            nodes[place] = node;
            Story.Tell($"{node.Name} starts");
            node.Start();
        }
    }

    private static EngineOptions OptionsOf(Plan plan) => new()
    {
        MaxParallelClips = plan.MaxParallelClips,
        CacheLifetime = TimeSpan.Zero,
        JobDeadline = TimeSpan.FromSeconds(plan.JobDeadline),
        LongestWaitInMemory = TimeSpan.FromSeconds(3),
        PollInterval = TimeSpan.FromSeconds(4),
        CancelPollInterval = TimeSpan.FromSeconds(2),
        HeartbeatInterval = TimeSpan.FromSeconds(3),
        LeaseTime = TimeSpan.FromSeconds(12),
        LeaseMargin = TimeSpan.FromSeconds(4),
        OpenCallInterval = TimeSpan.FromSeconds(4),
        MaxOpenCallInterval = TimeSpan.FromMinutes(1),
        OpenCallRetention = TimeSpan.FromMinutes(10),
        CancelTimeout = TimeSpan.FromSeconds(6),
        ReleaseTimeout = TimeSpan.FromSeconds(3),
        ReleaseDoubtTimeout = TimeSpan.FromSeconds(11),
    };
}
