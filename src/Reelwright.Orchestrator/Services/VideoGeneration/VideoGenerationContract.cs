using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Services.VideoGeneration;

/// <summary><c>POST /generate-video</c>: the URL of one scene's clip.</summary>
internal sealed class VideoGenerationContract : ServiceContract
{
    public override string Service => ServiceNames.VideoGeneration;

    public override string Path => "/generate-video";

    public override string? FindBreach(JsonElement result, LedgerCall call) => ResultMembers.FindUrlBreach(result, "video_url");
}
