using Reelwright.Contracts.Services;
using Reelwright.Services.Input;

namespace Reelwright.PromptParser;

/// <summary>
/// The rules of a <c>POST /parse</c> body. They are wider than the orchestrator's own limits, because others may call it too.
/// </summary>
public static class PromptParserRules
{
    public static void Check(InputReader body)
    {
        body.Text("prompt", RequestRules.Prompt, required: true);
        body.Number("duration", RequestRules.AdSeconds, required: true);
        body.AspectRatio();
        body.BrandGuidelines();
        body.Options();
    }
}
