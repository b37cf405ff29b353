using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.Media.Art;
using Reelwright.Media.Captions;
using Reelwright.Media.Film;
using Reelwright.Media.Frames;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Films;

/// <summary>Turns a request and its fetched files into the plan of a film, with defaults for missing members. Touches no file.</summary>
internal static class FilmPlanner
{
    private const string DefaultMood = "upbeat";
    private const string NoCaptions = "The captions were left out of the picture: the plan has no voice-over text. Give its scenes a voiceover.";

    public static FilmPlan Plan(ComposeRequest request, FilmMaterials materials, WorkContext context) =>
        Plan(request, materials, AspectRatios.FrameOf(request.AspectRatio), context.Folder) with { Origin = FilmOrigins.Of(request, materials.Clips, context) };

    public static FilmPlan Plan(ComposeRequest request, FilmMaterials materials, (int Width, int Height) frame, string folder)
    {
        var (width, height) = frame;
        var (clips, ornaments) = materials;
        var look = Look(request, clips);
        var voice = Voice(request);
        var language = request.Options?.Language ?? SpokenLanguage(request);
        var isBurnt = request.Options?.Captions == CaptionModes.BurntIn;

        // Without a voice, captions in the picture are the words that it would speak.
        CaptionLine[] captions = isBurnt && voice is [] ? [.. Narration(request).Select(line => new CaptionLine(line.Start, line.End, line.Text))] : [];
        return new FilmPlan
        {
            Width = width,
            Height = height,
            Duration = (double)request.Scenes[^1].EndTime,
            Scenes = [.. request.Scenes.Select((scene, index) => Scene(request, scene, index, clips[index], width, height))],
            Texts = FilmTexts.Of(request),
            Theme = FilmTheme.Of(ArtKit.Create(look)),
            LogoFile = ornaments.LogoFile,
            Music = Music(request, ornaments, look.Seed),
            Voice = voice,
            Captions = captions is [] ? null : captions,
            Warnings = [.. Warnings(request, ornaments, isBurnt && voice is [] && captions is [])],
            BurnCaptions = isBurnt,
            AiLabel = request.Options?.AiLabel == true ? AiLabels.In(language) : null,
            Language = language,
            Preview = request.Options?.Preview == true,
            WorkFolder = folder,
            OutputPath = Path.Combine(folder, "film.mp4"),
        };
    }

    // A recipe is drawn at the film's own size and length, so that clips made for one aspect ratio serve another.
    private static FilmScene Scene(ComposeRequest request, ComposeScene scene, int index, ClipSource source, int width, int height) => new()
    {
        Start = (double)scene.StartTime,
        End = (double)scene.EndTime,
        Role = (source as ClipSource.Drawn)?.Recipe.Role ?? RoleAt(index, request.Scenes.Count),
        Transition = scene.Transition,
        Source = source switch
        {
            ClipSource.Drawn drawn => new DrawnScene(() => SceneRenderer.Create(
                drawn.Recipe with { Width = width, Height = height, Duration = (double)(scene.EndTime - scene.StartTime) }, drawn.ReferenceImage)),
            ClipSource.Fetched file => new ClipScene(file.Path),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source."),
        },
    };

    private static string RoleAt(int index, int count) =>
        index == count - 1 ? SceneRoles.CallToAction : index == 0 ? SceneRoles.Hook : SceneRoles.Product;

    private static ArtSpec Look(ComposeRequest request, IReadOnlyList<ClipSource> sources)
    {
        if (request.VisualDirection is { } direction)
        {
            return ArtBrief.Read(direction.Motif, direction.Style, direction.Palette, direction.Mood, direction.Subject);
        }

        // Over foreign clips only the texts show the brand's colours. The button gets the first of them.
        var (first, second) = (request.BrandGuidelines?.PrimaryColor, request.BrandGuidelines?.SecondaryColor);
        string?[] brand = [second ?? first, first ?? second];
        return sources.OfType<ClipSource.Drawn>().FirstOrDefault()?.Recipe.Art
            ?? ArtBrief.Read(null, null, [.. brand.Where(colour => colour is not null).Select(colour => colour!)], null, request.BrandGuidelines?.Name);
    }

    private static FilmMusic? Music(ComposeRequest request, Ornaments ornaments, int seed)
    {
        var mood = request.Options?.Music ?? request.Audio?.Music?.Mood ?? DefaultMood;
        return mood == MusicMoods.Off
            ? null
            : new FilmMusic { Mood = mood, TempoBpm = request.Audio?.Music?.TempoBpm, Seed = seed, FilePath = ornaments.MusicFile };
    }

    private static IReadOnlyList<VoiceLine> Voice(ComposeRequest request) =>
        request.Options?.Voiceover ?? request.Audio?.Voiceover?.Enabled ?? false ? Narration(request) : [];

    // The voice-over of each scene, else the script of the whole film.
    private static IReadOnlyList<VoiceLine> Narration(ComposeRequest request)
    {
        VoiceLine[] lines = [.. request.Scenes
            .Select((scene, index) => new VoiceLine((double)scene.StartTime, (double)scene.EndTime, Spoken(scene), index))
            .Where(line => line.Text.Length > 0)];
        return lines.Length == 0 && request.Audio?.Voiceover?.Script?.Trim() is { Length: > 0 } script
            ? [new VoiceLine(0, (double)request.Scenes[^1].EndTime, script)]
            : lines;
    }

    private static IEnumerable<FilmWarning> Warnings(ComposeRequest request, Ornaments ornaments, bool lacksCaptions) =>
    [
        .. ornaments.Warnings,
        .. FilmTexts.Warnings(request),
        .. lacksCaptions ? [new FilmWarning(FilmWarningCodes.CaptionsLeftOut, NoCaptions)] : Array.Empty<FilmWarning>(),
    ];

    /// <summary>The scene that is shown at a time; null before the first.</summary>
    public static int? SceneAt(ComposeRequest request, decimal seconds) =>
        request.Scenes.Index().Where(scene => scene.Item.StartTime <= seconds).Select(scene => (int?)scene.Index).LastOrDefault();

    // Our planner names the voice by the language of its texts; a foreign voice may have any name.
    private static string? SpokenLanguage(ComposeRequest request) =>
        request.Audio?.Voiceover?.Voice is { Length: 2 } voice && voice.All(char.IsAsciiLetterLower) ? voice : null;

    private static string Spoken(ComposeScene scene) =>
        scene.Voiceover?.Trim() ?? string.Empty;
}
