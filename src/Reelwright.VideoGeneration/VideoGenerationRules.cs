using Reelwright.Contracts.Services;
using Reelwright.Services.Input;

namespace Reelwright.VideoGeneration;

/// <summary>The rules of a <c>POST /generate-video</c> body.</summary>
public static class VideoGenerationRules
{
    public static void Check(InputReader body)
    {
        body.Text("scene_prompt", RequestRules.Prompt, required: true);
        body.Url("reference_image_url");
        body.Number("duration", RequestRules.ClipSeconds, required: true);
        body.AspectRatio();
        body.Within("scene", scene =>
        {
            scene.WholeNumber("index", RequestRules.SceneIndex);
            scene.Text("role", RequestRules.Words);
            scene.Text("title", RequestRules.Copy);
            scene.Text("prompt", RequestRules.Prompt, required: true);
            scene.Number("duration", RequestRules.Timeline, required: true);
            scene.Number("start_time", RequestRules.Timeline);
            scene.Number("end_time", RequestRules.Timeline);
            scene.Text("camera", RequestRules.Words);
            scene.Text("transition", RequestRules.Words);
            scene.Text("on_screen_text", RequestRules.Copy);
            scene.Text("voiceover", RequestRules.Copy);
        });
        body.VisualDirection();
    }
}
