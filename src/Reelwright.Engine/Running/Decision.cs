using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>What to do next with a job.</summary>
internal sealed record Decision
{
    /// <summary>New rows: to be committed, then sent.</summary>
    public List<LedgerCall> Intents { get; } = [];

    /// <summary>Rows to be sent again: to be committed, then sent.</summary>
    public List<LedgerCall> Resends { get; } = [];

    /// <summary>Of the intents, those whose generation before stays in doubt.</summary>
    public HashSet<CallId> BoughtAgain { get; } = [];

    /// <summary>Calls whose doubt only a further purchase can end, as they are written when the job ends over them.</summary>
    public List<LedgerCall> Doubts { get; } = [];

    /// <summary>Calls to be looked up by their keys.</summary>
    public List<LedgerCall> LookUps { get; } = [];

    /// <summary>Accepted calls that are not polled yet.</summary>
    public List<LedgerCall> Polls { get; } = [];

    /// <summary>Stages that are complete by now, in order.</summary>
    public List<string> CompletedStages { get; } = [];

    /// <summary>The stage that the job is in now.</summary>
    public string? CurrentStage { get; set; }

    public int Percentage { get; set; }

    /// <summary>Set when nothing runs any more and the job has ended.</summary>
    public JobEnding? Ending { get; set; }

    /// <summary>The earliest moment at which a waiting call may go on.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public void WaitUntil(DateTimeOffset moment) => NextAt = NextAt is { } earlier && earlier < moment ? earlier : moment;
}
