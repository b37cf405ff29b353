using System.Runtime.CompilerServices;

namespace Reelwright.PromptParser.Tests.Golden;

/// <summary>One line of <c>prompts.tsv</c>.</summary>
internal static class GoldenPrompt
{
    private const int Fields = 8;

    public static IReadOnlyList<string[]> All { get; } =
        [.. File.ReadLines(PathOf("prompts.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(Split)];

    private static string[] Split(string line) => line.Split('\t') is { Length: Fields } fields
        ? fields
        : throw new InvalidDataException($"prompts.tsv: {Fields} fields are wanted, separated by tabs: {line}");

    private static string PathOf(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
