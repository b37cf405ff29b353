using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
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

    public static void Write(JobPage page, bool json)
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

        var table = NewTable("Job", "Created", "Status", "%", "Cost", "Prompt");
        foreach (var job in page.Items)
        {
            table.AddRow(
                job.JobId.ToString(),
                TimestampConverter.ToText(job.CreatedAt),
                job.Status,
                $"{job.Progress.Percentage}",
                Screen.Money(job.Cost.Total),
                Markup.Escape(Shorten(job.Request.GetProperty("prompt").GetString()!)));
        }

        Screen.Answers.Write(table);
        if (page.NextCursor is { } cursor)
        {
            Screen.Remark($"There are more: {ProgramName.With("jobs", "list", "--cursor", cursor)}");
        }
    }

    public static void Write(JobView job, CallsView calls, bool json)
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
            Console.Out.WriteLine($"{error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}");
        }

        foreach (var warning in job.Warnings)
        {
            Console.Out.WriteLine(WarningLine.Of(warning));
        }

        if (job.Result is { } result)
        {
            Console.Out.WriteLine($"Film: {result.GetProperty("video_url").GetString()}");
            Console.Out.WriteLine($"Save it with: {ProgramName.With("jobs", "watch", job.JobId.ToString(), "--out", "ad.mp4")}");
        }

        var table = NewTable("Stage", "Scene", "Call", "State", "Tries", "Cost", "Provider", "Error");
        foreach (var call in calls.Items)
        {
            table.AddRow(
                call.Stage,
                $"{call.Index}",
                $"{call.Generation}",
                $"{call.Status}{Saved(call)}",
                $"{call.Attempts}",
                call.CostUsd is { } cost ? Screen.Money(cost) : $"({Screen.Money(call.EstimateUsd)})",
                Markup.Escape(call.Provider ?? string.Empty),
                Markup.Escape(call.LastError ?? string.Empty));
        }

        Screen.Answers.Write(table);
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
