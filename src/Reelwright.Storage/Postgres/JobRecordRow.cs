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
        cost_prompt_parsing, cost_image_generation, cost_video_generation, cost_composition, parsed_data, reference_image_url, clips, result, warnings, cost_in_doubt
        """;

    /// <summary>The same without the plan.</summary>
    public static string ListColumns { get; } = Columns.Replace("parsed_data", "NULL::text AS parsed_data", StringComparison.Ordinal);

    private const int FirstCost = 14;

    /// <param name="first">Where in the row the columns begin.</param>
    public static JobRecord Read(NpgsqlDataReader row, int first) => new()
    {
        Id = new JobId(row.GetGuid(first)),
        State = JobStates.Parse(row.GetString(first + 1)),
        CurrentStage = row.OptionalText(first + 2),
        StagesCompleted = row.GetFieldValue<string[]>(first + 3),
        Percentage = row.GetInt32(first + 4),
        Settled = row.GetDecimal(first + 5),
        Reserved = row.GetDecimal(first + 6),
        InDoubt = row.GetDecimal(first + FirstCost + JobColumns.Stages.Count + JobColumns.Documents.Count + 1),
        Request = row.GetString(first + 7),
        Failure = row.OptionalText(first + 8) is { } error ? JsonSerializer.Deserialize(error, StorageJson.Default.JobFailure) : null,
        CreatedAt = row.Moment(first + 9),
        UpdatedAt = row.Moment(first + 10),
        CompletedAt = row.OptionalMoment(first + 11),
        FailedAt = row.OptionalMoment(first + 12),
        CancelledAt = row.OptionalMoment(first + 13),
        Costs = ReadCosts(row, first + FirstCost),
        Documents = ReadDocuments(row, first + FirstCost + JobColumns.Stages.Count),
        Warnings = row.OptionalText(first + FirstCost + JobColumns.Stages.Count + JobColumns.Documents.Count) ?? "[]",
    };

    private static Dictionary<string, decimal> ReadCosts(NpgsqlDataReader row, int first)
    {
        var costs = new Dictionary<string, decimal>(JobColumns.Stages.Count);
        for (var i = 0; i < JobColumns.Stages.Count; i++)
        {
            costs.Add(JobColumns.Stages[i], row.GetDecimal(first + i));
        }

        return costs;
    }

    private static Dictionary<string, string> ReadDocuments(NpgsqlDataReader row, int column)
    {
        var documents = new Dictionary<string, string>(JobColumns.Documents.Count);
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
