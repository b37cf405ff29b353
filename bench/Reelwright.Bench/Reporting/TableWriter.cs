using System.Globalization;
using System.Text;

namespace Reelwright.Bench.Reporting;

/// <summary>The results in Markdown.</summary>
internal static class TableWriter
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Write(Results results, BenchOptions options)
    {
        var text = new StringBuilder();
        text.Append(Culture, $"{(options.Sqlite ? "SQLite" : "PostgreSQL")}, commit {options.Commit}, {MachineDescription.Read()}, {Runs(options.Repeats)}.\n\n");
        text.Append("| figure | measured | bar | met |\n|---|---|---|---|\n");
        foreach (var figure in Figures.All.Where(figure => results.Of(figure).Count > 0))
        {
            var values = results.Of(figure);
            text.Append(Culture, $"| {figure.Text} | {Show(values, figure.Digits)} | {figure.Bar?.Text} | {Judge(figure.Bar, Median(values))} |\n");
        }

        text.Append("\nShare of the processors that other processes took: ")
            .AppendJoin(", ", results.ForeignLoad.Select(load => string.Create(Culture, $"{load.Key} {Median(load.Value):P0}"))).Append(".\n");
        foreach (var failure in results.Failures)
        {
            text.Append(Culture, $"\n**FAILED** {failure}\n");
        }

        return text.ToString();
    }

    private static string Runs(int repeats) => repeats == 1 ? "one run" : string.Create(Culture, $"{repeats} runs: median [min..max]");

    private static string Show(IReadOnlyList<double> values, int digits)
    {
        var format = $"N{digits}";
        return values.Count == 1
            ? values[0].ToString(format, Culture)
            : $"{Median(values).ToString(format, Culture)} [{values.Min().ToString(format, Culture)}..{values.Max().ToString(format, Culture)}]";
    }

    private static string Judge(Bar? bar, double value) => bar?.IsMet is not { } isMet ? string.Empty : isMet(value) ? "yes" : "**no**";

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
