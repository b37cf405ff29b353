namespace Reelwright.Simulation.Plans;

internal enum HappeningKind
{
    /// <summary>A node is killed, and another one starts after <see cref="Happening.Seconds"/>.</summary>
    KillNode,

    /// <summary>A node stops in good order, and another one starts.</summary>
    StopNode,

    /// <summary>A node stands still.</summary>
    PauseNode,

    /// <summary>A node can't reach the database.</summary>
    LoseDatabase,

    /// <summary>The node that commits the job's n-th step is killed when the step is durable.</summary>
    KillAfterCommit,

    /// <summary>The node that commits the job's n-th step never hears of it.</summary>
    LoseCommit,

    /// <summary>The node stands still right after the job's n-th step.</summary>
    PauseAfterCommit,

    /// <summary>The node that sends the job's n-th paid call is killed when the request has left.</summary>
    KillAfterSend,

    /// <summary>The node that sends the job's n-th paid call stands still when the request has left.</summary>
    PauseAfterSend,

    /// <summary>An exchange about a call goes wrong.</summary>
    Wire,

    CancelJob,

    /// <summary>The client cancels when the job's n-th paid call has left.</summary>
    CancelAfterSend,

    /// <summary>The client retries the job some time after it has ended for the n-th time.</summary>
    RetryJob,

    DeleteJob,

    LimitService,

    /// <summary>The operator gives a service another address; every node is restarted with it.</summary>
    MoveService,

    /// <summary>The operator gives a service other credentials; every node is restarted with them.</summary>
    ChangeAccount,

    /// <summary>The operator declares for a service whether it is idempotent, truthfully or with care; every node is restarted.</summary>
    Declare,
}

/// <summary>Something that the seed has in store for the world.</summary>
internal sealed record Happening
{
    public required HappeningKind Kind { get; init; }

    /// <summary>Seconds since the beginning, where the kind is bound to no job's progress.</summary>
    public double At { get; init; }

    /// <summary>How long, or how late.</summary>
    public double Seconds { get; init; }

    public int Node { get; init; }

    public int Job { get; init; }

    public string Service { get; init; } = "";

    public int Index { get; init; }

    /// <summary>The how many-th commit, send, exchange or ending; from 1.</summary>
    public int Nth { get; init; } = 1;

    public ExchangeKind Exchange { get; init; }

    public WireFault Fault { get; init; }

    /// <summary>Of a retry: a double payment is accepted. Of a declaration: idempotent.</summary>
    public bool Consent { get; init; }

    /// <summary>Of a limit: calls at once, or 0 for none.</summary>
    public int Limit { get; init; }

    /// <summary>Of a retry: the job may cost this much from now on; null leaves its limit.</summary>
    public decimal? CostLimit { get; init; }

    /// <summary>It concerns no job in particular.</summary>
    public static bool IsGlobal(HappeningKind kind) => kind is HappeningKind.KillNode or HappeningKind.StopNode or HappeningKind.PauseNode or HappeningKind.LoseDatabase
        or HappeningKind.LimitService or HappeningKind.MoveService or HappeningKind.ChangeAccount or HappeningKind.Declare;
}
