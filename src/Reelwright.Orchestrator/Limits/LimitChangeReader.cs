using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Limits;

/// <summary>Reads the body of <c>PUT /limits/{service}</c>. An empty one lifts no limit: null has to be said.</summary>
internal static class LimitChangeReader
{
    public const int Most = 100_000;

    private const string MaxInFlight = "max_in_flight";
    private const string WithNull = "to lift the limit";

    private static string Required => $"is required: a whole number from 1 to {Most}, or null {WithNull}";

    public static LimitChange Read(JsonBodyOutcome body, InputErrors errors)
    {
        if (body is not JsonBodyOutcome.Read { Root: var root })
        {
            errors.Add(MaxInFlight, Required);
            return new LimitChange { MaxInFlight = null };
        }

        var members = InputObject.Read(root, string.Empty, [MaxInFlight], errors);
        if (members is not null && !members.Has(MaxInFlight) && !(root.TryGetProperty(MaxInFlight, out var given) && given.ValueKind == JsonValueKind.Null))
        {
            errors.Add(MaxInFlight, Required);
        }

        return new LimitChange { MaxInFlight = members?.Integer(MaxInFlight, 1, Most, WithNull) };
    }
}
