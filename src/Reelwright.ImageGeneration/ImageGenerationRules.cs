using Reelwright.Contracts.Services;
using Reelwright.Services.Input;

namespace Reelwright.ImageGeneration;

/// <summary>The rules of a <c>POST /generate-image</c> body.</summary>
public static class ImageGenerationRules
{
    public static void Check(InputReader body)
    {
        body.Text("prompt", RequestRules.Prompt, required: true);
        body.Text("style", RequestRules.Words);
        body.VisualDirection();
        body.AspectRatio();
        body.BrandGuidelines();
    }
}
