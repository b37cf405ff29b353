using System.CommandLine;
using Reelwright.Contracts.Ads;
using Reelwright.Terminal;

namespace Reelwright.Generating;

/// <summary>What <c>reelwright generate</c> can be told.</summary>
internal static class GenerateOptions
{
    public const int DefaultDuration = 30;
    public const string DefaultAspect = AspectRatios.Portrait;

    public static Argument<string[]> Prompt { get; } = new("prompt")
    {
        Description = "What the ad is about, in any language: 10 to 500 characters",
        Arity = ArgumentArity.OneOrMore,
        Validators = { TypedText.NotEmpty, PromptWords.Check },
    };

    public static Option<int?> Duration { get; } = new("--duration")
    {
        Description = $"Seconds, 15 to 60; else what the prompt says, else {DefaultDuration}",
        HelpName = "seconds",
        CustomParser = TypedText.Number<int>,
    };

    public static Option<string?> Aspect { get; } = new("--aspect")
    {
        Description = $"{string.Join(", ", AspectRatios.All)}; else what the prompt's platform wants (Instagram 9:16, YouTube 16:9), else {DefaultAspect}",
        HelpName = "ratio",
    };

    public static Option<string?> Primary { get; } = new("--primary") { Description = "The brand's first colour, #RRGGBB", HelpName = "colour" };

    public static Option<string?> Secondary { get; } = new("--secondary") { Description = "The brand's second colour, #RRGGBB", HelpName = "colour" };

    public static Option<string?> Style { get; } = new("--style") { Description = "Words on the look: \"luxury, minimal\"", HelpName = "words" };

    public static Option<string?> Name { get; } = new("--name") { Description = "The brand's name on the end card", HelpName = "brand" };

    public static Option<string?> Logo { get; } = new("--logo") { Description = "A PNG, JPEG or WebP for the end card: a file, or a public URL", HelpName = "file or url" };

    public static Option<string?> Language { get; } = new("--language") { Description = "Language of the copy, such as fr; else the prompt's", HelpName = "tag" };

    public static Option<string?> CallToAction { get; } = new("--call-to-action") { Description = "Text of the button on the end card", HelpName = "text" };

    public static Option<string?> Music { get; } = new("--music") { Description = $"{string.Join(", ", MusicMoods.All)}, or {MusicMoods.Off}", HelpName = "mood" };

    public static Option<bool> Voiceover { get; } = new("--voiceover") { Description = "Have the script spoken" };

    public static Option<bool> Captions { get; } = new("--captions") { Description = "Burn captions into the picture (a file lies beside the film anyway)" };

    public static Option<bool> AiLabel { get; } = new("--ai-label") { Description = "Write a small \"AI-generated\" into the picture; the files say it to machines anyway" };

    public static Option<string[]?> Variants { get; } = new("--variants")
    {
        Description = "More aspect ratios, at most 2, laid out anew from the same clips: 1:1,16:9",
        HelpName = "ratios",
        CustomParser = TypedText.List,
    };

    public static Option<bool> Preview { get; } = new("--preview") { Description = "Make a short animated WebP too" };

    public static Option<decimal?> MaxCost { get; } = new("--max-cost") { Description = "US dollars that the ad may cost at most", HelpName = "usd", CustomParser = TypedText.Number<decimal> };

    public static Option<string?> Out { get; } = new("--out", "-o") { Description = "The film's file, or the folder for it, which must exist; else ./<words of the prompt>.mp4", HelpName = "path" };

    public static Option<string?> Server { get; } = ServerOptions.Server();

    public static Option<string?> Data { get; } = ServerOptions.Data();

    public static Option<bool> Json { get; } = ServerOptions.Json();

    public static IReadOnlyList<Option> All { get; } =
    [
        Duration, Aspect, Primary, Secondary, Style, Name, Logo, Language, CallToAction, Music, Voiceover, Captions, AiLabel, Variants, Preview, MaxCost,
        Out, Server, Data, Json,
    ];
}
