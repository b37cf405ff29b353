using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Jobs;

/// <summary>The events that watchers see, with their data.</summary>
public static class JobEvents
{
    public const string ProgressKind = "progress";
    public const string StageKind = "stage";
    public const string CostKind = "cost";
    public const string WarningKind = "warning";
    public const string DoneKind = "done";

    /// <summary>The job waits in the queue again, as far as it had come.</summary>
    public static JobEvent Queued(string? currentStage, int percentage) => State(JobState.Queued, currentStage, percentage);

    public static JobEvent Progress(StageProgress progress) => State(JobState.Processing, progress.CurrentStage, progress.Percentage);

    /// <param name="status"><c>started</c> or <c>completed</c>.</param>
    public static JobEvent Stage(string stage, string status) => new(StageKind, Write(json =>
    {
        json.WriteString("stage", stage);
        json.WriteString("status", status);
    }));

    /// <summary>A single call of a stage, under the stage's own kind.</summary>
    public static JobEvent Call(string kind, LedgerCall call) => new(kind, Write(json =>
    {
        json.WriteString("stage", call.Id.Stage);
        json.WriteNumber("index", call.Id.Index);
        json.WriteString("status", call.State.ToWord());
        json.WriteNumber("attempts", call.Attempts);
    }));

    /// <param name="settled">What the job has cost by now.</param>
    public static JobEvent Cost(LedgerCall call, decimal settled) => new(CostKind, Write(json =>
    {
        json.WriteString("stage", call.Id.Stage);
        json.WriteNumber("index", call.Id.Index);
        json.WriteRawMoney("cost_usd", call.Cost ?? 0);
        json.WriteRawMoney("total_usd", settled);
    }));

    /// <summary>The store also adds it to the job's warnings, in the same transaction.</summary>
    /// <param name="scene">Index of the scene that it concerns; null when it concerns none.</param>
    /// <param name="index">Index of the call that gave it; a later generation of that call replaces the warning. Null when no call gave
    /// it.</param>
    public static JobEvent Warning(string code, string message, string? stage = null, int? scene = null, int? index = null) => new(WarningKind, Write(json =>
    {
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteString("stage", stage);
        if (scene is { } concerned)
        {
            json.WriteNumber("scene", concerned);
        }
        else
        {
            json.WriteNull("scene");
        }

        if (index is { } call)
        {
            json.WriteNumber("index", call);
        }
    }));

    public static JobEvent Done(JobState state, JobFailure? failure) => new(DoneKind, Write(json =>
    {
        json.WriteString("status", state.ToWord());
        if (failure is not null)
        {
            json.WriteString("code", failure.Code);
            json.WriteString("message", failure.Message);
        }
    }));

    /// <summary>How far the job is.</summary>
    public static JobEvent State(JobState state, string? currentStage, int percentage) => new(ProgressKind, Write(json =>
    {
        json.WriteString("status", state.ToWord());
        json.WriteString("current_stage", currentStage);
        json.WriteNumber("percentage", percentage);
    }));

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Two to six decimals, as money stands everywhere in our JSON.
    private static void WriteRawMoney(this Utf8JsonWriter json, string name, decimal dollars)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(dollars.ToString("0.00####", CultureInfo.InvariantCulture));
    }
}
