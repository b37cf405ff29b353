using System.Text.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Results;

/// <summary>Reads the body of <c>POST /jobs/{id}/retry</c>.</summary>
internal static class RetryRequestReader
{
    public const string AcceptDoublePayment = "accept_double_payment";

    public static IReadOnlyList<string> Members { get; } = [AcceptDoublePayment];

    public static RetryRequest Read(JsonElement body, InputErrors errors) => new()
    {
        AcceptDoublePayment = InputObject.Read(body, string.Empty, Members, errors)?.Flag(AcceptDoublePayment),
    };
}
