using Reelwright.Services.Input;

namespace Reelwright.VideoGeneration;

/// <summary>What <c>POST /generate-video</c> takes.</summary>
internal static class VideoGenerationRules
{
    public static void Check(InputReader body)
    {
        body.Text("scene_prompt", 1, PartRules.MaxPrompt, required: true);
        body.Url("reference_image_url");
        body.Number("duration", 0.5m, 120, required: true);
        body.AspectRatio();
        body.Within("scene", scene =>
        {
            scene.WholeNumber("index", 0, 1000);
            scene.Text("role", 0, PartRules.MaxText);
            scene.Text("title", 0, PartRules.MaxPrompt);
            scene.Text("prompt", 0, PartRules.MaxPrompt, required: true);
            scene.Number("duration", 0, 600, required: true);
            scene.Number("start_time", 0, 3600);
            scene.Number("end_time", 0, 3600);
            scene.Text("camera", 0, PartRules.MaxText);
            scene.Text("transition", 0, PartRules.MaxText);
            scene.Text("on_screen_text", 0, PartRules.MaxPrompt);
            scene.Text("voiceover", 0, PartRules.MaxPrompt);
        });
        body.VisualDirection();
    }
}
