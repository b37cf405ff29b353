using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Reelwright.Api;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Terminal;
using Reelwright.Watching;
using Spectre.Console;

namespace Reelwright.Jobs;

/// <summary>Jobs as tables, or as the JSON that the API gave.</summary>
internal static class JobTables
{
    private const int PromptLength = 48;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="where">The options by which a later command finds the same jobs.</param>
    public static void Write(JobPage page, JobQuery query, IReadOnlyList<string> where, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(Node(page, WireJson.Wire.JobPage).ToJsonString(Readable));
            return;
        }

        if (page.Items.Count == 0)
        {
            Screen.Remark("No jobs.");
            return;
        }

        var table = NewTable("Job", "Created (UTC)", "Status", "%", "Cost", "Prompt");
        table.Columns[^1].NoWrap = false;
        var shorten = JobIds.Shortener([.. page.Items.Select(job => job.JobId)]);
        foreach (var job in page.Items)
        {
            table.AddRow(
                shorten(job.JobId),
                job.CreatedAt.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                job.Status,
                $"{job.Progress.Percentage}",
                Screen.Money(job.Cost.Total),
                Markup.Escape(Shorten(job.Request.GetProperty("prompt").GetString()!)));
        }

        Screen.Answers.Write(table);
        if (page.NextCursor is { } cursor)
        {
            string[] filters = [.. Option("--status", query.Status), .. Option("--search", query.Search), "--limit", $"{query.Limit}"];
            Screen.Remark($"There are more:\n  {ProgramName.With(["jobs", "list", .. filters, .. where, "--cursor", cursor])}");
        }
    }

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];

    /// <param name="where">The options by which a later command finds the same job.</param>
    /// <param name="isIdle">No server works on the job.</param>
    public static void Write(JobView job, CallsView calls, IReadOnlyList<string> where, bool isIdle, bool json)
    {
        if (json)
        {
            var both = new JsonObject { ["job"] = Node(job, WireJson.Wire.JobView), ["calls"] = Node(calls, WireJson.Wire.CallsView) };
            Console.Out.WriteLine(both.ToJsonString(Readable));
            return;
        }

        Console.Out.WriteLine($"{job.JobId}  {job.Status}, {job.Progress.Percentage} %, {Screen.Money(job.Cost.Total)}");
        Console.Out.WriteLine(job.Request.GetProperty("prompt").GetString());
        if (job.Error is { } error)
        {
            Console.Out.WriteLine($"{error.GetProperty("code").GetString()}: {OptionNames.In(error.GetProperty("message").GetString()!)}");
        }

        if (job.InDoubtUsd != 0)
        {
            Console.Out.WriteLine($"In doubt: {Screen.Money(job.InDoubtUsd)} may have been charged besides; the bill is not known.");
        }

        foreach (var warning in job.Warnings)
        {
            Console.Out.WriteLine(WarningLine.Of(warning));
        }

        if (job.Result is { } result)
        {
            if (!isIdle)
            {
                Console.Out.WriteLine($"Film: {result.GetProperty("video_url").GetString()}");
            }

            Console.Out.WriteLine($"Save it with: {ProgramName.With(["jobs", "watch", job.JobId.ToString(), .. where, "--out", "ad.mp4"])}");
        }
        else if (isIdle && (job.Status is "queued" or "processing"))
        {
            Console.Out.WriteLine($"No server works on it. Go on with: {ProgramName.With(["jobs", "watch", job.JobId.ToString(), .. where])}");
        }

        var table = NewTable("Stage", "Scene", "Call", "State", "Tries", "Cost", "Provider");
        Array.ForEach([3, 6], column => table.Columns[column].NoWrap = false);
        foreach (var call in calls.Items)
        {
            table.AddRow(
                call.Stage,
                $"{call.Index}",
                $"{call.Generation}",
                $"{call.Status}{Saved(call)}",
                $"{call.Attempts}",
                call.CostUsd is { } cost ? Screen.Money(cost) : $"({Screen.Money(call.EstimateUsd)})",
                Markup.Escape(call.Provider ?? string.Empty));
        }

        Screen.Answers.Write(table);
        foreach (var call in calls.Items.Where(call => call.LastError is { Length: > 0 }))
        {
            Console.Out.WriteLine($"{call.Stage}, scene {call.Index}, call {call.Generation}: {call.LastError}");
        }
    }

    public static void Write(JobAccepted accepted, string what, bool json) =>
        Console.Out.WriteLine(json ? Node(accepted, WireJson.Wire.JobAccepted).ToJsonString(Readable) : $"Job {accepted.JobId} {what}.");

    /// <summary>Why a call cost nothing, or not again.</summary>
    private static string Saved(CallView call) => (call.Cached, call.Reused) switch
    {
        (true, 0) => ", from the cache",
        (true, _) => $", from the cache, reused {call.Reused}x",
        (_, 0) => string.Empty,
        _ => $", reused {call.Reused}x",
    };

    private static JsonNode Node<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type)!;

    private static Table NewTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        return table;
    }

    private static string Shorten(string prompt) => prompt.Length <= PromptLength ? prompt : $"{prompt.AsSpan(0, PromptLength - 1).TrimEnd()}…";
}
