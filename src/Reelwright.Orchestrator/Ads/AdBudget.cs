using Reelwright.Contracts.Ads;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Hosting.Problems;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Ads;

/// <summary>Holds the estimate of an ad against its limit, before anything is bought.</summary>
internal static class AdBudget
{
    public const string WarningCode = "BUDGET_WARNING";

    /// <summary>Null when the limit may be enough.</summary>
    /// <param name="limit">What the job may cost, in US dollars.</param>
    public static ProblemResult? Refuse(GenerateAdRequest request, AdEstimate estimate, decimal limit) => estimate.LeastUsd > limit
        ? Refusal.BudgetExceeded(
            FormattableString.Invariant(
                $"This ad is estimated to cost ${estimate.CostUsd:0.00####}, and at least ${estimate.LeastUsd:0.00####}, but {LimitOf(request, limit)}. ")
            + $"{Cure(request)}, or ask for a shorter ad.",
            estimate.CostUsd)
        : null;

    /// <summary>Null when the estimate is within the limit.</summary>
    public static JobEvent? Warn(GenerateAdRequest request, AdEstimate estimate, decimal limit) => estimate.CostUsd > limit
        ? JobEvents.Warning(
            WarningCode,
            FormattableString.Invariant($"This ad is estimated to cost ${estimate.CostUsd:0.00####}, but {LimitOf(request, limit)}. ")
            + (estimate.LeastUsd is null ? "Not every service announces its price, so the estimate may be wrong. " : "")
            + "The job fails with BUDGET_EXCEEDED when the limit is reached.")
        : null;

    private static string LimitOf(GenerateAdRequest request, decimal limit) => request.MaxCostUsd is null
        ? FormattableString.Invariant($"the configured limit of a job is ${limit:0.00####}")
        : FormattableString.Invariant($"its max_cost_usd is ${limit:0.00####}");

    private static string Cure(GenerateAdRequest request) =>
        request.MaxCostUsd is null ? "Raise Reelwright:Ads:MaxCostUsd" : "Raise max_cost_usd";
}
