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

/// <summary>Two equal films on a server that stays and is warm.</summary>
/// <param name="Memory">Of the server and its children while both are made, MiB.</param>
/// <param name="Cpu">Of one of them.</param>
internal sealed record PairCost(RenderAd Ad, TimeSpan OneAfterTheOther, TimeSpan AtOnce, double Memory, TimeSpan Cpu, TimeSpan Bare);

/// <summary>The figures in Markdown, with their bars.</summary>
internal static class RenderTable
{
    private const double MostRatio = 2.0;
    private const double MostMemory = 600;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private static readonly TimeSpan MostWall = TimeSpan.FromSeconds(25);
    private static readonly RenderAd WallAd = new(30, "9:16");

    public static string Write(IReadOnlyList<RenderRow> rows, PairCost? pair, IReadOnlyList<string> failures, string commit)
    {
        var text = new StringBuilder();
        text.Append(Culture, $"Rendering, commit {commit}, {MachineDescription.Read()}, one run.\n\n");
        text.Append("| ad | wall, s | CPU, s | bare encode, s of CPU | ratio | peak memory, MiB | others' share | bars met |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            text.Append(Culture, $"| {row.Ad.Name} | {row.Film.Wall.TotalSeconds:0.0} | {row.Film.Cpu.TotalSeconds:0.0} | {row.Bare.TotalSeconds:0.0} | {row.Ratio:0.00} | {row.Film.Memory:0} | {row.Foreign:P0} | {Judge(row)} |\n");
        }

        if (pair is not null)
        {
            var ratio = pair.Cpu / pair.Bare;
            var met = pair.AtOnce <= pair.OneAfterTheOther ? "yes" : "**no: wall**";
            text.Append(Culture, $"\nOn a warm server, {pair.Ad.Name}: CPU {pair.Cpu.TotalSeconds:0.0} s a film (ratio {ratio:0.00}); two one after the other {pair.OneAfterTheOther.TotalSeconds:0.0} s of wall, ");
            text.Append(Culture, $"two at once {pair.AtOnce.TotalSeconds:0.0} s and {pair.Memory:0} MiB. At once is no slower: {met}.\n");
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
