using System.Text.Json;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Results;

/// <summary>The optional body of <c>POST /jobs/{id}/retry</c>.</summary>
internal static class RetryRequest
{
    public const string AcceptDoublePayment = "accept_double_payment";

    public static IReadOnlyList<string> Members { get; } = [AcceptDoublePayment];

    /// <summary>Whether the caller accepts that a call in doubt may be paid twice.</summary>
    public static bool Read(JsonElement body, InputErrors errors) =>
        InputObject.Read(body, string.Empty, Members, errors)?.Flag(AcceptDoublePayment) ?? false;
}
