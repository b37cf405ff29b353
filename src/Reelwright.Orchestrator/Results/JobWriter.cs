using System.Text.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Results;

/// <summary>
/// Writes a job in the shape of <see cref="JobView"/>. Most of a job is stored as JSON, so it is copied and not parsed and written again.
/// </summary>
internal sealed class JobWriter(JobPipeline pipeline, MediaUrls media)
{
    public void Write(Utf8JsonWriter json, JobRecord job)
    {
        json.WriteStartObject();
        json.WriteString("job_id", job.Id.Value);
        json.WriteString("status", job.State.ToWord());
        WriteProgress(json, job);
        WriteCost(json, job);
        WriteDocument(json, DocumentNames.Result, job);
        WriteError(json, job.Failure);
        json.WriteString("created_at", TimestampConverter.ToText(job.CreatedAt));
        json.WriteString("updated_at", TimestampConverter.ToText(job.UpdatedAt));
        WriteMoment(json, "completed_at", job.CompletedAt);
        WriteMoment(json, "failed_at", job.FailedAt);
        WriteMoment(json, "cancelled_at", job.CancelledAt);
        json.WritePropertyName("request");
        json.WriteRawValue(job.Request, skipInputValidation: true);
        WriteAssets(json, job);
        json.WriteNull("parent_job_id");
        WriteWarnings(json, job);
        WriteMoney(json, "in_doubt_usd", job.InDoubt);
        json.WriteEndObject();
    }

    // Several calls, such as the film and its variants, may give the same warning: the owner reads it once.
    private static void WriteWarnings(Utf8JsonWriter json, JobRecord job)
    {
        json.WriteStartArray("warnings");
        if (job.Warnings.Length > "[]".Length)
        {
            foreach (var warning in JsonSerializer.Deserialize(job.Warnings, WireJson.Wire.IReadOnlyListJobWarning)!.Distinct())
            {
                JsonSerializer.Serialize(json, warning, WireJson.Wire.JobWarning);
            }
        }

        json.WriteEndArray();
    }

    private void WriteProgress(Utf8JsonWriter json, JobRecord job)
    {
        var completed = job.State == JobState.Completed;
        json.WriteStartObject("progress");
        json.WriteString("current_stage", completed ? "completed" : job.CurrentStage ?? (job.State == JobState.Processing ? pipeline.Stages[0].Name : null));
        json.WriteStartArray("stages_completed");
        foreach (var stage in job.StagesCompleted)
        {
            json.WriteStringValue(stage);
        }

        json.WriteEndArray();
        json.WriteStartArray("stages_remaining");
        foreach (var stage in pipeline.Stages.Where(stage => !job.StagesCompleted.Contains(stage.Name)))
        {
            json.WriteStringValue(stage.Name);
        }

        json.WriteEndArray();
        json.WriteNumber("percentage", job.Percentage);
        json.WriteEndObject();
    }

    private void WriteCost(Utf8JsonWriter json, JobRecord job)
    {
        json.WriteStartObject("cost");
        foreach (var stage in pipeline.Stages)
        {
            WriteMoney(json, stage.Name, job.Costs.GetValueOrDefault(stage.Name));
        }

        WriteMoney(json, "total", job.Settled);
        json.WriteEndObject();
    }

    // The plan is copied unchanged, because it is the answer of a service.
    private void WriteAssets(Utf8JsonWriter json, JobRecord job)
    {
        json.WriteStartObject("assets");
        json.WritePropertyName(DocumentNames.Plan);
        json.WriteRawValue(job.Documents.GetValueOrDefault(DocumentNames.Plan, "null"), skipInputValidation: true);
        WriteDocument(json, DocumentNames.ReferenceImageUrl, job);
        WriteDocument(json, DocumentNames.Clips, job, missing: "[]");
        json.WriteEndObject();
    }

    private void WriteDocument(Utf8JsonWriter json, string name, JobRecord job, string missing = "null")
    {
        json.WritePropertyName(name);
        media.Write(json, job.Documents.GetValueOrDefault(name, missing));
    }

    private static void WriteError(Utf8JsonWriter json, JobFailure? failure)
    {
        json.WritePropertyName("error");
        if (failure is null)
        {
            json.WriteNullValue();
            return;
        }

        var error = new JobError
        {
            Code = failure.Code,
            Message = failure.Message,
            FailedStage = failure.Stage,
            Details = new() { Service = failure.Service, Attempts = failure.Attempts, LastError = failure.LastError, Scene = failure.Index },
        };
        JsonSerializer.Serialize(json, error, WireJson.Wire.JobError);
    }

    private static void WriteMoment(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } at)
        {
            json.WriteString(name, TimestampConverter.ToText(at));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteMoney(Utf8JsonWriter json, string name, decimal amount)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(MoneyConverter.ToJson(amount), skipInputValidation: true);
    }
}
