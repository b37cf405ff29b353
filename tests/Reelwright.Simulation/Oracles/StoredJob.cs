using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Simulation.Oracles;

/// <summary>A job as the database tells it.</summary>
internal sealed record StoredJob(JobRecord Record, IReadOnlyList<LedgerCall> Calls, IReadOnlyList<NumberedEvent> Events)
{
    /// <summary>What is told as perhaps sold.</summary>
    public decimal InDoubt => Record.InDoubt;
}
