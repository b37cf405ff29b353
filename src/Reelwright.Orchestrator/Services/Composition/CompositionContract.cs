using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Services.Composition;

/// <summary><c>POST /compose</c>: the URL of the film.</summary>
internal sealed class CompositionContract : ServiceContract
{
    public override string Service => ServiceNames.Composition;

    public override string Path => "/compose";

    public override string? FindBreach(JsonElement result, LedgerCall call) => ResultMembers.FindUrlBreach(result, "video_url");
}
