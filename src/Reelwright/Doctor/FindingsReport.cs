using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Reelwright.Doctor;

/// <summary>What the doctor says: a line for each finding, and below it how to mend it.</summary>
internal static class FindingsReport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static void WriteText(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var (word, colour) = finding.Verdict switch
            {
                Verdict.Ok => ("ok  ", "green"),
                Verdict.Warning => ("warn", "yellow"),
                _ => ("fail", "red"),
            };
            console.MarkupLineInterpolated($"[{colour}]{word}[/]  {finding.What,-14} {finding.Detail}");
            if (finding.Cure is { } cure)
            {
                console.MarkupLineInterpolated($"                      to mend it: {cure}");
            }
        }
    }

    /// <summary><c>[{"verdict": "ok", "what", "detail", "cure"}]</c>.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<Finding> findings)
    {
        var list = new JsonArray([.. findings.Select(finding => new JsonObject
        {
            ["verdict"] = finding.Verdict.ToString().ToLowerInvariant(),
            ["what"] = finding.What,
            ["detail"] = finding.Detail,
            ["cure"] = finding.Cure,
        })]);
        output.WriteLine(list.ToJsonString(Readable));
    }
}
