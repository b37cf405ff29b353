using System.CommandLine.Parsing;
using Reelwright.Terminal;

namespace Reelwright.Generating;

/// <summary>The prompt, with or without quotes around it.</summary>
internal static class PromptWords
{
    /// <summary>
    /// Single words are a prompt without quotes; beside a text with spaces they are something that was forgotten, and an ad costs money.
    /// </summary>
    public static void Check(ArgumentResult typed)
    {
        string[] words = [.. typed.Tokens.Select(token => token.Value)];
        if (words.Length > 1 && !words.Any(word => word.StartsWith('-')) && words.Any(word => word.Any(char.IsWhiteSpace)))
        {
            typed.AddError(
                $"The prompt is '{words.First(word => word.Any(char.IsWhiteSpace))}', but there is more: give the whole prompt in one pair of quotes. As one prompt it is:\n"
                + $"  {ProgramName.With("generate", Join(words))}");
        }
    }

    public static string Join(IEnumerable<string> words) => string.Join(' ', words);
}
