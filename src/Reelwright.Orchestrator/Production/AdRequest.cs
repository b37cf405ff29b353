using System.Text.Json;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>The client's request as the stages read it; it was checked and normalised when the job was created.</summary>
internal sealed record AdRequest(GenerateAdRequest Content)
{
    /// <summary>Whether answers to equal requests of other jobs may be used.</summary>
    public bool UsesCache => Content.Cache ?? true;

    /// <summary>The ad's own aspect ratio, then those of its variants: a film each.</summary>
    public IReadOnlyList<string> AspectRatios => [Content.AspectRatio, .. Content.Variants ?? []];

    public static AdRequest Read(JobInput input) => Read(input.Request);

    public static AdRequest Read(string request) => new(
        JsonSerializer.Deserialize(request, WireJson.Wire.GenerateAdRequest) ?? throw new StageException("The job's request is null."));
}
