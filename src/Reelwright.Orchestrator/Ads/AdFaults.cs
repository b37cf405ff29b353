using System.Text.Json;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Ads;

/// <summary>
/// Validates a request as <c>POST /generate-ad</c> does, for callers without a server. Rules that depend on the server's configuration are
/// left out.
/// </summary>
public static class AdFaults
{
    /// <summary>Messages by field, as in a problem's <c>errors</c>; empty when the request is valid.</summary>
    public static IReadOnlyDictionary<string, string[]> Find(GenerateAdRequest request)
    {
        Clean(request, out var faults);
        return faults;
    }

    /// <summary>The request as a server stores it: every text on one line. Null when there are errors.</summary>
    public static GenerateAdRequest? Clean(GenerateAdRequest request, out IReadOnlyDictionary<string, string[]> faults)
    {
        var errors = new InputErrors();
        var clean = AdRequestReader.Read(JsonSerializer.SerializeToElement(request, WireJson.Wire.GenerateAdRequest), costLimit: null, errors);
        faults = errors.ToDictionary();
        return clean;
    }
}
