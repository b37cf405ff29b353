using Reelwright.Contracts.Services;
using Reelwright.Services.Input;

namespace Reelwright.Composition;

/// <summary>The rules of a <c>POST /compose</c> body.</summary>
public static class CompositionRules
{
    public static void Check(InputReader body)
    {
        body.Each("scenes", RequestRules.FilmScenes, CheckScene, required: true);
        body.Within("audio", CheckAudio);
        body.Each("text_overlays", RequestRules.Overlays, CheckOverlay);
        body.AspectRatio();
        body.BrandGuidelines();
        body.Text("call_to_action", RequestRules.Words);
        body.Options();
        body.VisualDirection();
        body.Each("providers", RequestRules.Credits, CheckCredit);
    }

    private static void CheckScene(InputReader scene)
    {
        scene.Url("video_url", required: true);
        scene.Number("start_time", RequestRules.Timeline, required: true);
        scene.Number("end_time", RequestRules.Timeline, required: true);
        scene.Text("transition", RequestRules.Words);
        scene.Text("voiceover", RequestRules.Copy);
    }

    private static void CheckAudio(InputReader audio)
    {
        audio.Within("music", music =>
        {
            music.Text("mood", RequestRules.Words);
            music.WholeNumber("tempo_bpm", RequestRules.Tempo);
            music.Url("url");
        });
        audio.Within("voiceover", voiceover =>
        {
            voiceover.Flag("enabled");
            voiceover.Text("voice", RequestRules.Words);
            voiceover.Text("script", RequestRules.Copy);
        });
    }

    private static void CheckCredit(InputReader credit)
    {
        credit.Text("stage", RequestRules.Words, required: true);
        credit.Text("provider", RequestRules.Words, required: true);
    }

    private static void CheckOverlay(InputReader overlay)
    {
        overlay.Text("text", RequestRules.Copy, required: true);
        overlay.Number("start_time", RequestRules.Timeline);
        overlay.Number("end_time", RequestRules.Timeline);
        overlay.Text("position", RequestRules.Words);
        overlay.Text("style", RequestRules.Words);
    }
}
