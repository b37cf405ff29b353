using System.Text.Json;
using Npgsql;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres;

/// <summary>A job for its readers (<c>jobs</c>) and its columns in their order. The JSON in it is copied, not read.</summary>
internal static class JobRecordRow
{
    public const string Columns =
        """
        id, status, current_stage, stages_completed, progress_percentage, cost_total, cost_reserved, request, error, created_at, updated_at, completed_at, failed_at, cancelled_at,
        cost_prompt_parsing, cost_image_generation, cost_video_generation, cost_composition, parsed_data, reference_image_url, clips, result
        """;

    private const int FirstCost = 14;

    public static JobRecord Read(NpgsqlDataReader row) => new()
    {
        Id = new JobId(row.GetGuid(0)),
        State = JobStates.Parse(row.GetString(1)),
        CurrentStage = row.OptionalText(2),
        StagesCompleted = row.GetFieldValue<string[]>(3),
        Percentage = row.GetInt32(4),
        Settled = row.GetDecimal(5),
        Reserved = row.GetDecimal(6),
        Request = row.GetString(7),
        Failure = row.OptionalText(8) is { } error ? JsonSerializer.Deserialize(error, StorageJson.Default.JobFailure) : null,
        CreatedAt = row.Moment(9),
        UpdatedAt = row.Moment(10),
        CompletedAt = row.OptionalMoment(11),
        FailedAt = row.OptionalMoment(12),
        CancelledAt = row.OptionalMoment(13),
        Costs = ReadCosts(row),
        Documents = ReadDocuments(row),
    };

    private static Dictionary<string, decimal> ReadCosts(NpgsqlDataReader row)
    {
        var costs = new Dictionary<string, decimal>(JobColumns.Stages.Count);
        for (var i = 0; i < JobColumns.Stages.Count; i++)
        {
            costs.Add(JobColumns.Stages[i], row.GetDecimal(FirstCost + i));
        }

        return costs;
    }

    private static Dictionary<string, string> ReadDocuments(NpgsqlDataReader row)
    {
        var documents = new Dictionary<string, string>(JobColumns.Documents.Count);
        var column = FirstCost + JobColumns.Stages.Count;
        foreach (var (document, name) in JobColumns.Documents)
        {
            if (row.OptionalText(column++) is { } text)
            {
                documents.Add(document, name == "reference_image_url" ? JsonSerializer.Serialize(text, StorageJson.Default.String) : text);
            }
        }

        return documents;
    }
}
