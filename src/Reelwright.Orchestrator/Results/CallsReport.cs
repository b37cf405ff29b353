using Reelwright.Contracts.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Results;

/// <summary>The ledger of a job as its owner sees it.</summary>
internal static class CallsReport
{
    public static CallsView Of(JobRecord job, IReadOnlyList<LedgerCall> calls) => new()
    {
        JobId = job.Id.Value,
        Items = [.. calls.Select(View)],
        SettledUsd = calls.Where(call => call.State.IsSettled()).Sum(call => call.Cost ?? 0m),
        ReservedUsd = job.Reserved,
        InDoubtUsd = job.InDoubt,
    };

    private static CallView View(LedgerCall call) => new()
    {
        Stage = call.Id.Stage,
        Index = call.Id.Index,
        Generation = call.Id.Generation,
        Service = call.Service,
        Provider = call.Provider,
        Status = call.State.ToWord(),
        Attempts = call.Attempts,
        IdempotencyKey = call.IdempotencyKey,
        OperationId = call.Operation,
        EstimateUsd = call.Estimate,
        CostUsd = call.Cost,
        CostSource = call.CostSource,
        Reused = call.Reused,
        Cached = call.Cached,
        Voided = call.Voided,
        LastError = call.LastError,
        CreatedAt = call.CreatedAt,
        AcceptedAt = call.AcceptedAt,
        SettledAt = call.SettledAt,
    };
}
