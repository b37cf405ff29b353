using System.Text.Json;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Ads;

/// <summary>What <c>POST /generate-ad</c> finds wrong with a request, for whoever can't ask a server yet. What depends on its configuration is left out.</summary>
public static class AdFaults
{
    /// <summary>By field, as in a problem's <c>errors</c>; empty when all is well.</summary>
    public static IReadOnlyDictionary<string, string[]> Find(GenerateAdRequest request)
    {
        Clean(request, out var faults);
        return faults;
    }

    /// <summary>The request as a server would keep it: every text on one line. Null when there are faults.</summary>
    public static GenerateAdRequest? Clean(GenerateAdRequest request, out IReadOnlyDictionary<string, string[]> faults)
    {
        var errors = new InputErrors();
        var clean = AdRequestReader.Read(JsonSerializer.SerializeToElement(request, WireJson.Wire.GenerateAdRequest), costLimit: null, errors);
        faults = errors.ToDictionary();
        return clean;
    }
}
