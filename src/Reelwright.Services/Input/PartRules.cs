using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;

namespace Reelwright.Services.Input;

/// <summary>
/// Rules of the parts that several requests share. The words of a plan may come from another parser, so any word is accepted;
/// an unknown word gets the default drawing.
/// </summary>
public static class PartRules
{
    public static void AspectRatio(this InputReader body) => body.OneOf("aspect_ratio", AspectRatios.All, required: true);

    public static void BrandGuidelines(this InputReader body) => body.Within("brand_guidelines", brand =>
    {
        brand.Colour("primary_color");
        brand.Colour("secondary_color");
        brand.Text("style", RequestRules.Words);
        brand.Text("name", RequestRules.Words);
        brand.Url("logo_url");
    });

    public static void Options(this InputReader body) => body.Within("options", options =>
    {
        options.Text("language", RequestRules.Words);
        options.Text("call_to_action", RequestRules.Words);
        options.Flag("voiceover");
        options.OneOf("music", [.. MusicMoods.All, MusicMoods.Off]);
        options.OneOf("captions", CaptionModes.All);
        options.Flag("ai_label");
        options.Flag("preview");
    });

    public static void VisualDirection(this InputReader body) => body.Within("visual_direction", look =>
    {
        look.Text("style", RequestRules.Words);
        look.Text("mood", RequestRules.Words);
        look.Text("lighting", RequestRules.Words);
        look.Texts("palette", RequestRules.Palette, RequestRules.Words);
        look.Text("subject", RequestRules.Words);
        look.Text("motif", RequestRules.Words);
    });
}
