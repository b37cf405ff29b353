using Reelwright.Contracts.Problems;
using Reelwright.Terminal;

namespace Reelwright.Api;

/// <summary>The server answered with a problem.</summary>
internal sealed class ApiProblemException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>What the person typed for a field of the request.</summary>
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

    public Problem Problem => problem;

    /// <summary>A 4xx is about what was asked, anything else about the server.</summary>
    public int ExitCode => problem.Status is >= 400 and < 500 and not 429 ? ExitCodes.BadInput : ExitCodes.Failed;

    /// <summary>One sentence, or one for each field.</summary>
    public IEnumerable<string> Sentences => problem.Errors is { Count: > 0 } errors ? SentencesOf(errors) : [problem.Detail];

    /// <summary>What is wrong with each field, each under the name that the person typed.</summary>
    public static IEnumerable<string> SentencesOf(IReadOnlyDictionary<string, string[]> errors) =>
        errors.SelectMany(entry => entry.Value.Select(message => $"{Options.GetValueOrDefault(entry.Key, entry.Key)}: {message}"));
}
