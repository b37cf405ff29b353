using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>Words each scene for an image or video model, in English: subject, action, camera, light, palette, style.</summary>
internal static class ScenePrompts
{
    public static string Of(StoryBeat beat, string camera, AdBrief brief, VisualDirection look, string aspectRatio)
    {
        var seed = brief.Seed;
        var shot = ShotLines.Of(beat.Role, brief.Category);
        var action = shot[(int)((StableHash.Mix(seed, "shot " + beat.Role) + (ulong)beat.Index) % (ulong)shot.Count)];
        var scene = action.Replace("{subject}", look.Subject, StringComparison.Ordinal);
        return string.Join(", ",
            PromptText.Capitalise(scene) + Where(beat.Role, brief),
            CameraWords(camera),
            look.Lighting,
            PaletteWords(look.Palette!),
            StyleWords(look.Style!),
            Framing(aspectRatio),
            "no text, no watermark");
    }

    private static string Where(string role, AdBrief brief) =>
        brief.Place is { } place && role is SceneRoles.Hook or SceneRoles.Proof && brief.Place is not null ? $", in {brief.Place}"
        : role == SceneRoles.Proof && brief.Audience is { } audience && brief.PromptLanguage == LanguageDetector.English ? $", in the everyday life of {audience}"
        : "";

    private static string CameraWords(string camera) => camera switch
    {
        Cameras.PushIn => "slow push-in towards the subject",
        Cameras.PullOut => "smooth pull-out that reveals the setting",
        Cameras.PanLeft => "steady pan to the left",
        Cameras.PanRight => "steady pan to the right",
        Cameras.Orbit => "camera orbits the subject in a gentle arc",
        Cameras.CloseUp => "macro close-up with shallow depth of field",
        _ => "locked-off camera",
    };

    private static string PaletteWords(IReadOnlyList<string> palette) => $"palette of {string.Join(", ", palette.SkipLast(1))} with accents of {palette[^1]}";

    private static string StyleWords(string direction) => direction switch
    {
        ArtDirections.LuxuryMinimal => "minimal luxury advertising photography, generous empty space",
        ArtDirections.BoldPop => "bold pop-art advertising style, saturated colour blocks, crisp shapes",
        ArtDirections.SoftPastel => "soft pastel editorial style, rounded forms, airy background",
        ArtDirections.DarkTech => "dark futuristic product render, glass reflections, glowing edges",
        _ => "natural organic still life, honest textures, handmade feeling",
    };

    private static string Framing(string aspectRatio) => aspectRatio switch
    {
        "9:16" => "vertical 9:16 framing with the subject in the upper half",
        "1:1" => "square 1:1 framing with a centred subject",
        _ => "wide 16:9 framing with empty space on the left",
    };
}
