using System.Text.Json;
using System.Text.RegularExpressions;
using Reelwright.Contracts.Ads;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Ads;

/// <summary>
/// Reads JSON into a complete request: defaults filled in, every text on one line. Two bodies with the same meaning give equal requests.
/// Every error is reported, and unknown members are refused by name.
/// </summary>
internal static partial class AdRequestReader
{
    public const int DefaultPriority = 5;

    public static IReadOnlyList<string> Members { get; } =
        ["prompt", "duration", "aspect_ratio", "brand_guidelines", "options", "metadata", "max_cost_usd", "max_in_doubt_usd", "priority", "cache", "variants"];

    public static IReadOnlyList<string> BrandMembers { get; } = ["primary_color", "secondary_color", "style", "name", "logo_url"];

    public static IReadOnlyList<string> OptionMembers { get; } = ["language", "call_to_action", "voiceover", "music", "captions", "ai_label", "preview"];

    /// <summary>Null when there are errors.</summary>
    /// <param name="costLimit">The configured limit of a job in US dollars; null when it is not known here.</param>
    public static GenerateAdRequest? Read(JsonElement body, decimal? costLimit, InputErrors errors)
    {
        if (InputObject.Read(body, string.Empty, Members, errors) is not { } input)
        {
            return null;
        }

        Require(input, "prompt", "duration", "aspect_ratio");
        var prompt = input.Line("prompt", AdLimits.MinPrompt, AdLimits.MaxPrompt);
        var duration = input.Integer("duration", AdLimits.MinDuration, AdLimits.MaxDuration);
        var aspectRatio = input.OneOf("aspect_ratio", AspectRatios.All);
        var brand = Brand(input.Object("brand_guidelines", BrandMembers));
        var options = Options(input.Object("options", OptionMembers));
        var metadata = MetadataReader.Read(input.Object("metadata", known: null));
        var maxCost = Dollars(input, "max_cost_usd", costLimit);
        var maxInDoubt = Dollars(input, "max_in_doubt_usd", costLimit, orZero: true);
        var priority = input.Integer("priority", AdLimits.MinPriority, AdLimits.MaxPriority);
        var cache = input.Flag("cache");
        var variants = VariantsReader.Read(input, aspectRatio);

        return errors.Any ? null : new GenerateAdRequest
        {
            Prompt = prompt!,
            Duration = duration!.Value,
            AspectRatio = aspectRatio!,
            BrandGuidelines = brand,
            Options = options,
            Metadata = metadata,
            MaxCostUsd = maxCost,
            MaxInDoubtUsd = maxInDoubt,
            Priority = priority ?? DefaultPriority,
            Cache = cache ?? true,
            Variants = variants,
        };
    }

    private static void Require(InputObject input, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!input.Has(name))
            {
                input.Fault(name, "is required");
            }
        }
    }

    private static BrandGuidelines Brand(InputObject? input) => input is null ? new() : new()
    {
        PrimaryColor = Colour(input, "primary_color"),
        SecondaryColor = Colour(input, "secondary_color"),
        Style = input.Line("style", 0, AdLimits.MaxStyle),
        Name = input.Line("name", 0, AdLimits.MaxBrandName),
        LogoUrl = WebAddress(input, "logo_url"),
    };

    private static AdOptions Options(InputObject? input) => input is null ? new() : new()
    {
        Language = Language(input),
        CallToAction = input.Line("call_to_action", 0, AdLimits.MaxCallToAction),
        Voiceover = input.Flag("voiceover"),
        Music = input.OneOf("music", [.. MusicMoods.All, MusicMoods.Off]),
        Captions = input.OneOf("captions", CaptionModes.All),
        AiLabel = input.Flag("ai_label"),
        Preview = input.Flag("preview"),
    };

    private static string? Colour(InputObject input, string name)
    {
        const string Expected = "a colour as #RRGGBB, such as #D4AF37";
        return Matching(input, name, Expected, ColourShape());
    }

    private static string? Language(InputObject input) =>
        Matching(input, "language", "a BCP-47 language tag, such as fr or pt-BR", LanguageShape());

    private static string? Matching(InputObject input, string name, string expected, Regex shape)
    {
        if (input.String(name, expected) is not { } text)
        {
            return null;
        }

        if (shape.IsMatch(text))
        {
            return text;
        }

        input.Fault(name, $"must be {expected}");
        return null;
    }

    private static string? WebAddress(InputObject input, string name)
    {
        var expected = $"an absolute http or https URL without credentials, of at most {AdLimits.MaxUrl} characters";
        if (input.String(name, expected) is not { } text)
        {
            return null;
        }

        var valid = text.Length <= AdLimits.MaxUrl
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.Host.Length > 0
            && url.UserInfo.Length == 0;
        if (valid)
        {
            return text;
        }

        input.Fault(name, $"must be {expected}");
        return null;
    }

    internal static decimal? Dollars(InputObject input, string name, decimal? limit, bool orZero = false)
    {
        var most = limit is null ? string.Empty : FormattableString.Invariant($", at most {limit:0.00####} (the configured limit)");
        var expected = $"a number of US dollars{(orZero ? string.Empty : " above 0")}{most}, with at most 6 decimals";
        if (!input.TryGet(name, JsonValueKind.Number, expected, out var value))
        {
            return null;
        }

        if (value.TryGetDecimal(out var amount) && (orZero ? amount >= 0 : amount > 0) && !(amount > limit) && decimal.Round(amount, 6) == amount)
        {
            return amount;
        }

        input.Fault(name, $"must be {expected}");
        return null;
    }

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z")]
    private static partial Regex ColourShape();

    // RFC 5646, section 2.1, without the irregular grandfathered tags.
    [GeneratedRegex(@"\A(?=.{2,35}\z)[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*(-[xX](-[A-Za-z0-9]{1,8})+)?\z")]
    private static partial Regex LanguageShape();
}
