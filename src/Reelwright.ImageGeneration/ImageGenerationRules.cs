using Reelwright.Services.Input;

namespace Reelwright.ImageGeneration;

/// <summary>What <c>POST /generate-image</c> takes.</summary>
internal static class ImageGenerationRules
{
    public static void Check(InputReader body)
    {
        body.Text("prompt", 1, PartRules.MaxPrompt, required: true);
        body.Text("style", 0, PartRules.MaxText);
        body.VisualDirection();
        body.AspectRatio();
        body.BrandGuidelines();
    }
}
