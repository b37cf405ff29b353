namespace Reelwright.Api;

/// <summary>The members of the API's requests under the names that a person types.</summary>
internal static class OptionNames
{
    private static readonly Dictionary<string, string> Options = new()
    {
        ["prompt"] = "the prompt",
        ["duration"] = "--duration",
        ["aspect_ratio"] = "--aspect",
        ["brand_guidelines.primary_color"] = "--primary",
        ["brand_guidelines.secondary_color"] = "--secondary",
        ["brand_guidelines.style"] = "--style",
        ["brand_guidelines.name"] = "--name",
        ["brand_guidelines.logo_url"] = "--logo",
        ["options.language"] = "--language",
        ["options.call_to_action"] = "--call-to-action",
        ["options.music"] = "--music",
        ["options.captions"] = "--captions",
        ["max_cost_usd"] = "--max-cost",
    };

    /// <summary>The option of a member; the member itself when it has none.</summary>
    public static string Of(string member) => Options.GetValueOrDefault(member, member);

    /// <summary>A sentence of the server with options in place of what a client of the API sends.</summary>
    public static string In(string sentence) => sentence
        .Replace("{\"accept_double_payment\": true}", "--accept-double-payment", StringComparison.Ordinal)
        .Replace("max_cost_usd", "--max-cost", StringComparison.Ordinal);
}
