using System.Globalization;
using System.Text;
using Reelwright.Bench.Reporting;

namespace Reelwright.Bench.Rendering;

/// <summary>One ad's figures.</summary>
/// <param name="Foreign">Share of the processors that other processes took, 0 to 1.</param>
internal sealed record RenderRow(RenderAd Ad, FilmCost Film, TimeSpan Bare, double Foreign)
{
    public double Ratio => Film.Cpu / Bare;
}

/// <summary>The figures in Markdown, with their bars.</summary>
internal static class RenderTable
{
    private const double MostRatio = 2.0;
    private const double MostMemory = 600;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private static readonly TimeSpan MostWall = TimeSpan.FromSeconds(25);
    private static readonly RenderAd WallAd = new(30, "9:16");

    public static string Write(IReadOnlyList<RenderRow> rows, IReadOnlyList<string> failures, string commit)
    {
        var text = new StringBuilder();
        text.Append(Culture, $"Rendering, commit {commit}, {MachineDescription.Read()}, one run.\n\n");
        text.Append("| ad | wall, s | CPU, s | bare encode, s of CPU | ratio | peak memory, MiB | others' share | bars met |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            text.Append(Culture, $"| {row.Ad.Name} | {row.Film.Wall.TotalSeconds:0.0} | {row.Film.Cpu.TotalSeconds:0.0} | {row.Bare.TotalSeconds:0.0} | {row.Ratio:0.00} | {row.Film.Memory:0} | {row.Foreign:P0} | {Judge(row)} |\n");
        }

        text.Append(Culture, $"\nBars: ratio <= {MostRatio:0.0}; {WallAd.Name} below {MostWall.TotalSeconds} s of wall; memory below {MostMemory} MiB. Wall counts only where others took next to nothing.\n");
        foreach (var failure in failures)
        {
            text.Append(Culture, $"\n**FAILED** {failure}\n");
        }

        return text.ToString();
    }

    private static string Judge(RenderRow row)
    {
        string[] missed =
        [
            .. row.Ratio > MostRatio ? (IEnumerable<string>)["ratio"] : [],
            .. row.Ad == WallAd && row.Film.Wall >= MostWall ? (IEnumerable<string>)["wall"] : [],
            .. row.Film.Memory >= MostMemory ? (IEnumerable<string>)["memory"] : [],
        ];
        return missed.Length == 0 ? "yes" : $"**no: {string.Join(", ", missed)}**";
    }
}
