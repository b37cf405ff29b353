using Reelwright.Services.Input;

namespace Reelwright.PromptParser;

/// <summary>What <c>POST /parse</c> takes. Wider than the orchestrator's own limits: others may call it as well.</summary>
internal static class PromptParserRules
{
    public static void Check(InputReader body)
    {
        body.Text("prompt", 1, PartRules.MaxPrompt, required: true);
        body.Number("duration", 5, 120, required: true);
        body.AspectRatio();
        body.BrandGuidelines();
        body.Options();
    }
}
