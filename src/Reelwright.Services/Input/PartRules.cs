using Reelwright.Contracts.Ads;

namespace Reelwright.Services.Input;

/// <summary>
/// Rules on the parts that several calls have in common. Words of a plan are not held to our own vocabulary: a plan may come from
/// somebody else's parser, and what we don't know is drawn as the nearest thing that we do.
/// </summary>
public static class PartRules
{
    public const int MaxPrompt = 4000;
    public const int MaxText = 200;

    private const int MaxPalette = 16;

    public static void AspectRatio(this InputReader body) => body.OneOf("aspect_ratio", AspectRatios.All, required: true);

    public static void BrandGuidelines(this InputReader body) => body.Within("brand_guidelines", brand =>
    {
        brand.Colour("primary_color");
        brand.Colour("secondary_color");
        brand.Text("style", 0, MaxText);
        brand.Text("name", 0, MaxText);
        brand.Url("logo_url");
    });

    public static void Options(this InputReader body) => body.Within("options", options =>
    {
        options.Text("language", 0, MaxText);
        options.Text("call_to_action", 0, MaxText);
        options.Flag("voiceover");
        options.OneOf("music", [.. MusicMoods.All, MusicMoods.Off]);
        options.OneOf("captions", CaptionModes.All);
        options.Flag("ai_label");
        options.Flag("preview");
    });

    public static void VisualDirection(this InputReader body) => body.Within("visual_direction", look =>
    {
        look.Text("style", 0, MaxText);
        look.Text("mood", 0, MaxText);
        look.Text("lighting", 0, MaxText);
        look.Texts("palette", MaxPalette, MaxText);
        look.Text("subject", 0, MaxText);
        look.Text("motif", 0, MaxText);
    });
}
