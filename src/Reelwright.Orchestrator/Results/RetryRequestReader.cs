using System.Text.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Results;

/// <summary>Reads the body of <c>POST /jobs/{id}/retry</c>.</summary>
internal static class RetryRequestReader
{
    public const string AcceptDoublePayment = "accept_double_payment";
    public const string MaxCostUsd = "max_cost_usd";

    public static IReadOnlyList<string> Members { get; } = [AcceptDoublePayment, MaxCostUsd];

    /// <param name="costLimit">The configured limit of a job in US dollars.</param>
    public static RetryRequest Read(JsonElement body, decimal costLimit, InputErrors errors)
    {
        var input = InputObject.Read(body, string.Empty, Members, errors);
        return new RetryRequest
        {
            AcceptDoublePayment = input?.Flag(AcceptDoublePayment),
            MaxCostUsd = input is null ? null : AdRequestReader.Dollars(input, MaxCostUsd, costLimit),
        };
    }
}
