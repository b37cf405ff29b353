using Reelwright.Services.Input;

namespace Reelwright.Composition;

/// <summary>The rules of the body of <c>POST /compose</c>.</summary>
internal static class CompositionRules
{
    private const int MaxScenes = 20;
    private const int MaxOverlays = 200;
    private const int MaxProviders = 100;
    private const decimal LongestFilm = 600;

    public static void Check(InputReader body)
    {
        body.Each("scenes", 1, MaxScenes, CheckScene, required: true);
        body.Within("audio", CheckAudio);
        body.Each("text_overlays", 0, MaxOverlays, CheckOverlay);
        body.AspectRatio();
        body.BrandGuidelines();
        body.Text("call_to_action", 0, PartRules.MaxText);
        body.Options();
        body.VisualDirection();
        body.Each("providers", 0, MaxProviders, CheckProvider);
    }

    private static void CheckScene(InputReader scene)
    {
        scene.Url("video_url", required: true);
        scene.Number("start_time", 0, LongestFilm, required: true);
        scene.Number("end_time", 0.1m, LongestFilm, required: true);
        scene.Text("transition", 0, PartRules.MaxText);
        scene.Text("voiceover", 0, PartRules.MaxPrompt);
    }

    private static void CheckAudio(InputReader audio)
    {
        audio.Within("music", music =>
        {
            music.Text("mood", 0, PartRules.MaxText);
            music.WholeNumber("tempo_bpm", 20, 300);
            music.Url("url");
        });
        audio.Within("voiceover", voiceover =>
        {
            voiceover.Flag("enabled");
            voiceover.Text("voice", 0, PartRules.MaxText);
            voiceover.Text("script", 0, PartRules.MaxPrompt);
        });
    }

    private static void CheckProvider(InputReader credit)
    {
        credit.Text("stage", 0, PartRules.MaxText, required: true);
        credit.Text("provider", 0, PartRules.MaxText, required: true);
    }

    private static void CheckOverlay(InputReader overlay)
    {
        overlay.Text("text", 0, PartRules.MaxPrompt, required: true);
        overlay.Number("start_time", 0, LongestFilm);
        overlay.Number("end_time", 0, LongestFilm);
        overlay.Text("position", 0, PartRules.MaxText);
        overlay.Text("style", 0, PartRules.MaxText);
    }
}
