using Reelwright.Contracts.Jobs;
using Reelwright.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reelwright.Watching;

/// <summary>One picture of a job's progress.</summary>
internal static class ProgressPicture
{
    private const int BarWidth = 40;

    public static IRenderable Draw(JobView job, StageClock clock)
    {
        var stages = new Grid().AddColumns(5);
        foreach (var row in StageRow.Of(job))
        {
            stages.AddRow(
                new Markup(Sign(row.State)),
                new Markup(row.State == StageRow.Standing.Waiting ? $"[grey]{row.Word}[/]" : row.Word),
                new Markup(ClipDots(job, row)),
                new Text(clock.Of(row.Stage) is { } taken ? Screen.Time(taken) : string.Empty, new Style(Color.Grey)),
                new Text(row.Cost > 0 || row.State == StageRow.Standing.Done ? Screen.Money(row.Cost) : string.Empty));
        }

        return new Rows(stages, new Markup(Bar(job, clock)), Text.Empty);
    }

    private static string Sign(StageRow.Standing state) => state switch
    {
        StageRow.Standing.Done => "[green]✓[/]",
        StageRow.Standing.Running => "[yellow]▸[/]",
        StageRow.Standing.Stopped => "[red]✗[/]",
        _ => "[grey]·[/]",
    };

    private static string ClipDots(JobView job, StageRow row) => row.Clips == 0
        ? string.Empty
        : string.Concat(job.Assets.Clips.Select(clip => clip.Status switch
        {
            "succeeded" => "[green]●[/]",
            "failed" or "unknown" => "[red]●[/]",
            "pending" => "[grey]○[/]",
            _ => "[yellow]◐[/]",
        })) + $" [grey]{row.ClipsDone} of {row.Clips}[/]";

    private static string Warnings(JobView job) => job.Warnings.Count switch
    {
        0 => string.Empty,
        1 => "  [yellow]1 warning[/]",
        var count => $"  [yellow]{count} warnings[/]",
    };

    private static string Bar(JobView job, StageClock clock)
    {
        var percentage = clock.Percentage(job);
        var filled = BarWidth * percentage / 100;
        var waiting = job.Status == "queued" ? "  waiting for its turn" : string.Empty;
        return $"[green]{new string('━', filled)}[/][grey]{new string('━', BarWidth - filled)}[/]  {percentage} %"
            + $"  [grey]{Screen.Time(clock.Total)}[/]  {Screen.Money(job.Cost.Total)}[grey]{waiting}[/]{Warnings(job)}";
    }
}
