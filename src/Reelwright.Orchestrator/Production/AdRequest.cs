using System.Text.Json;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>The client's request as the stages read it, normalised when the job was created.</summary>
internal sealed record AdRequest(JsonElement Raw, decimal Duration)
{
    public static AdRequest Read(JobInput input)
    {
        var raw = JsonText.Parse(input.Request);
        return new AdRequest(raw, JsonText.NumberOf(raw, "duration") ?? 0);
    }
}
