using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Plans;

namespace Reelwright.Orchestrator.Services.PromptParser;

/// <summary>
/// <c>POST /parse</c>: a plan that the later services accept, once it is put right. A plan that can't be put right is refused here, when
/// only the
/// parse is paid for.
/// </summary>
internal sealed class PromptParserContract : ServiceContract
{
    public override string Service => ServiceNames.PromptParser;

    public override string Path => "/parse";

    public override string? FindBreach(JsonElement result, LedgerCall call)
    {
        AdPlan.TryRead(result, RequestedSeconds(call), out var breach);
        return breach;
    }
}
