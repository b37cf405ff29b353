using System.Globalization;
using Reelwright.Composition.Films;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.Media.Film;
using Reelwright.Media.Scenes;
using Reelwright.PromptParser.Providers.Local;
using Reelwright.VideoGeneration.Providers.Local;

namespace Reelwright.Storyboards;

/// <summary>An ad as the local providers would make it: the same planner, the same scenes, the same film, only not played.</summary>
internal sealed record AdStoryboard(GenerateAdRequest Request, ParseResult Ad)
{
    /// <summary>Stills are drawn at half the film's size: enough to judge, a quarter of the work.</summary>
    private const int Share = 2;

    public static AdStoryboard Plan(GenerateAdRequest request) => new(request, new AdPlanner().Plan(new ParseRequest
    {
        Prompt = request.Prompt,
        Duration = request.Duration,
        AspectRatio = request.AspectRatio,
        BrandGuidelines = request.BrandGuidelines,
        Options = request.Options,
    }));

    /// <summary>The brand or product as the end card names it.</summary>
    public string Title => Ad.TextOverlays?.LastOrDefault(overlay => overlay.Position == OverlayPositions.EndCard)?.Text ?? Request.Prompt;

    /// <summary>Length, shape, number of scenes, sound.</summary>
    public string Summary
    {
        get
        {
            var music = Ad.Audio?.Music is { Mood: { } mood } && mood != MusicMoods.Off ? $"{mood} music" : "no music";
            var voice = HasVoice ? ", voice-over" : string.Empty;
            return $"{Request.Duration} s \u00b7 {Request.AspectRatio} \u00b7 {Ad.Scenes.Count} scenes \u00b7 {music}{voice}";
        }
    }

    public bool HasVoice => Ad.Audio?.Voiceover?.Enabled == true;

    public StoryboardWords Words => new()
    {
        Title = Title,
        Subtitle = Summary,
        Legends = [.. Ad.Scenes.Select((scene, index) => new StoryboardLegend(
            $"{index + 1}  {Role(scene)}  \u00b7  {Seconds(scene.Duration)} s",
            index + 1 < Ad.Scenes.Count ? $"{Plain(scene.Camera)}, then {Plain(scene.Transition)}" : Plain(scene.Camera)))],
    };

    /// <summary>Everything that is written while a scene is seen, in its order.</summary>
    public IEnumerable<string> TextsOf(Scene scene) => (Ad.TextOverlays ?? [])
        .Where(overlay => overlay.StartTime >= scene.StartTime && overlay.StartTime < scene.EndTime)
        .OrderBy(overlay => overlay.StartTime)
        .Select(overlay => overlay.Text);

    public FilmPlan FilmIn(string workFolder)
    {
        var (width, height) = AspectRatios.FrameOf(Request.AspectRatio);
        return DrawnFilm.Plan(Composition(), [.. Ad.Scenes.Select(Recipe)], (width / Share, height / Share), workFolder);
    }

    public static string Role(Scene scene) => scene.Role == SceneRoles.CallToAction ? "call to action" : Plain(scene.Role);

    /// <summary>A word of the plan as a person writes it.</summary>
    public static string Plain(string? word) => word?.Replace('_', ' ') ?? string.Empty;

    public static string Seconds(decimal seconds) => seconds.ToString("0.##", CultureInfo.InvariantCulture);

    private SceneRecipe Recipe(Scene scene) => LocalRecipe.Of(new VideoRequest
    {
        ScenePrompt = scene.Prompt,
        Duration = scene.Duration,
        AspectRatio = Request.AspectRatio,
        Scene = scene,
        VisualDirection = Ad.VisualDirection,
    });

    private ComposeRequest Composition() => new()
    {
        Scenes = [.. Ad.Scenes.Select(scene => new ComposeScene
        {
            VideoUrl = string.Empty,
            StartTime = scene.StartTime ?? 0,
            EndTime = scene.EndTime ?? 0,
            Transition = scene.Transition,
            Voiceover = scene.Voiceover,
        })],
        Audio = Ad.Audio,
        TextOverlays = Ad.TextOverlays,
        AspectRatio = Request.AspectRatio,
        BrandGuidelines = Request.BrandGuidelines,
        CallToAction = Ad.CallToAction,
        Options = Request.Options,
        VisualDirection = Ad.VisualDirection,
    };
}
