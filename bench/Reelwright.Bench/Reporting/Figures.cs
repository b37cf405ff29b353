namespace Reelwright.Bench.Reporting;

/// <summary>All figures in the order of the table, with their bars.</summary>
internal static class Figures
{
    private const string Rival = ">= 1.5 x BullMQ in the same run";

    public static readonly Figure ToolsRate = new("the load against the fakes: requests/s", 0);
    public static readonly Figure ToolsFakesCpu = new("the fakes: CPU, us a request", 1);
    public static readonly Figure ToolsLoadCpu = new("the load: CPU, us a request", 1);
    public static readonly Figure Start = new("start to first healthy answer, ms", 0, Bar.Below(2000));
    public static readonly Figure IdleMemory = new("resident memory when idle, MiB", 0);
    public static readonly Figure CreateRate = new("create, 32 connections: requests/s", 0, Bar.Above(2000));
    public static readonly Figure CreateCpu = new("create: server CPU, ms a request", 3, Bar.Below(0.25));
    public static readonly Figure CreateP99 = new("create: p99, ms", 1);
    public static readonly Figure StatusRate = new("status, 32 connections: requests/s", 0, Bar.Above(8000));
    public static readonly Figure StatusCpu = new("status: server CPU, ms a request", 3, Bar.Below(0.08));
    public static readonly Figure StatusP99 = new("status: p99, ms", 1);
    public static readonly Figure RateCreateP50 = new("10 creations and 100 status questions a second: create p50, ms", 1);
    public static readonly Figure RateCreateP99 = new("the same: create p99, ms", 1);
    public static readonly Figure RateStatusP50 = new("the same: status p50, ms", 1);
    public static readonly Figure RateStatusP99 = new("the same: status p99, ms", 1);
    public static readonly Figure DrainRate = new("drain of 500: jobs/s", 0, Bar.Elsewhere(Rival));
    public static readonly Figure DrainCpu = new("drain: server CPU, ms a job", 2, Bar.Below(2.4));
    public static readonly Figure DrainDatabaseCpu = new("drain: PostgreSQL CPU, ms a job", 2);
    public static readonly Figure DrainMemory = new("drain: peak memory, MiB", 0);
    public static readonly Figure TwoNodesDrainRate = new("drain on two nodes: jobs/s", 0);
    public static readonly Figure TwoNodesDrainCpu = new("drain on two nodes: CPU of both, ms a job", 2);
    public static readonly Figure OverheadP50 = new("overhead at 4 jobs/s: p50, ms", 1, Bar.Below(8));
    public static readonly Figure OverheadP95 = new("overhead at 4 jobs/s: p95, ms", 1, Bar.Below(15));
    public static readonly Figure SmallBurstRate = new("burst of 200: jobs/s", 0);
    public static readonly Figure SmallBurstP50 = new("burst of 200: overhead p50, ms", 0);
    public static readonly Figure SmallBurstP95 = new("burst of 200: overhead p95, ms", 0);
    public static readonly Figure LargeBurstRate = new("burst of 1,000: jobs/s", 0, Bar.Elsewhere(Rival));
    public static readonly Figure LargeBurstP50 = new("burst of 1,000: overhead p50, ms", 0);
    public static readonly Figure LargeBurstP95 = new("burst of 1,000: overhead p95, ms", 0);
    public static readonly Figure TwoNodesBurstRate = new("burst of 1,000 on two nodes: jobs/s", 0);
    public static readonly Figure FlightMost = new("5,000 sent: most in flight at once", 0);
    public static readonly Figure FlightMemory = new("5,000 in flight: peak memory, MiB", 0, Bar.Below(1024));
    public static readonly Figure FlightStatusP95 = new("5,000 in flight: status p95, ms", 1, Bar.Below(50));
    public static readonly Figure FlightGap = new("5,000 in flight: largest gap between heartbeats, s", 2, Bar.Below(2.5));
    public static readonly Figure FlightCpu = new("5,000 in flight: server CPU, ms a job", 2);
    public static readonly Figure FlightPolls = new("5,000 in flight: polls a clip", 1);
    public static readonly Figure RestartMoving = new("kill -9 with 120 jobs, restart: all move after, s", 1, Bar.Below(8));
    public static readonly Figure RestartDone = new("restart: all completed after, s", 1);
    public static readonly Figure RestartLost = new("restart: lost", 0, Bar.None);
    public static readonly Figure RestartBoughtTwice = new("restart: bought twice", 0, Bar.None);
    public static readonly Figure RestartAskedAgain = new("restart: questions repeated under their key, at no cost", 0);
    public static readonly Figure TakeoverMoving = new("kill -9 with 120 jobs, second node: all move after, s", 1, Bar.Below(8));
    public static readonly Figure TakeoverDone = new("second node: all completed after, s", 1);
    public static readonly Figure TakeoverLost = new("second node: lost", 0, Bar.None);
    public static readonly Figure TakeoverBoughtTwice = new("second node: bought twice", 0, Bar.None);
    public static readonly Figure TakeoverAskedAgain = new("second node: questions repeated under their key, at no cost", 0);

    public static IReadOnlyList<Figure> All { get; } =
    [
        ToolsRate, ToolsFakesCpu, ToolsLoadCpu, Start, IdleMemory, CreateRate, CreateCpu, CreateP99, StatusRate, StatusCpu, StatusP99, RateCreateP50, RateCreateP99, RateStatusP50, RateStatusP99,
        DrainRate, DrainCpu, DrainDatabaseCpu, DrainMemory, TwoNodesDrainRate, TwoNodesDrainCpu, OverheadP50, OverheadP95,
        SmallBurstRate, SmallBurstP50, SmallBurstP95, LargeBurstRate, LargeBurstP50, LargeBurstP95, TwoNodesBurstRate,
        FlightMost, FlightMemory, FlightStatusP95, FlightGap, FlightCpu, FlightPolls,
        RestartMoving, RestartDone, RestartLost, RestartBoughtTwice, RestartAskedAgain, TakeoverMoving, TakeoverDone, TakeoverLost, TakeoverBoughtTwice, TakeoverAskedAgain,
    ];
}
