using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Services.ImageGeneration;

/// <summary><c>POST /generate-image</c>: the URL of an image.</summary>
internal sealed class ImageGenerationContract : ServiceContract
{
    public override string Service => ServiceNames.ImageGeneration;

    public override string Path => "/generate-image";

    public override string? FindBreach(JsonElement result, LedgerCall call) => ResultMembers.FindUrlBreach(result, "image_url");
}
