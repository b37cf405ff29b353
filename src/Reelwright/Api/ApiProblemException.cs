using Reelwright.Contracts.Problems;
using Reelwright.Terminal;

namespace Reelwright.Api;

/// <summary>The server answered with a problem.</summary>
internal sealed class ApiProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem => problem;

    /// <summary>A 4xx is about what was asked, anything else about the server.</summary>
    public int ExitCode => problem.Status is >= 400 and < 500 and not 429 ? ExitCodes.BadInput : ExitCodes.Failed;

    /// <summary>One sentence, or one for each field.</summary>
    public IEnumerable<string> Sentences => problem.Errors is { Count: > 0 } errors ? SentencesOf(errors) : [OptionNames.In(problem.Detail)];

    /// <summary>What is wrong with each field, each under the name that the person typed.</summary>
    public static IEnumerable<string> SentencesOf(IReadOnlyDictionary<string, string[]> errors) =>
        errors.SelectMany(entry => entry.Value.Select(message => $"{OptionNames.Of(entry.Key)}: {message}"));
}
