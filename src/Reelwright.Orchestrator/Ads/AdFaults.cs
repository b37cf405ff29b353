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
        var errors = new InputErrors();
        AdRequestReader.Read(JsonSerializer.SerializeToElement(request, WireJson.Wire.GenerateAdRequest), costLimit: null, errors);
        return errors.ToDictionary();
    }
}
