using System.Text.Json;
using Microsoft.Data.Sqlite;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    private const string RecordColumns =
        """
        id, status, current_stage, stages_completed, progress_percentage, cost_total, cost_reserved, request, error, created_at, updated_at, completed_at, failed_at, cancelled_at,
        cost_prompt_parsing, cost_image_generation, cost_video_generation, cost_composition, parsed_data, reference_image_url, clip_urls, result, warnings, cost_in_doubt
        """;

    private static readonly string ListColumns = RecordColumns.Replace("parsed_data", "NULL", StringComparison.Ordinal);

    public Task<JobRecord?> FindAsync(string owner, JobId job, CancellationToken cancellationToken) =>
        ReadAsync(
            session => session.Query(
                $"SELECT {RecordColumns} FROM jobs WHERE id = $1 AND owner = $2", ReadRecord, job.ToString(), owner).FirstOrDefault(),
            cancellationToken);

    public Task<IReadOnlyList<JobRecord>> ListAsync(JobFilter filter, CancellationToken cancellationToken) =>
        ReadAsync(session => filter.PromptContains is null ? List(session, filter) : Search(session, filter), cancellationToken);

    private static IReadOnlyList<JobRecord> List(SqliteSession session, JobFilter filter) => session.Query(
        $"""
        SELECT {ListColumns} FROM jobs
        WHERE owner = $1 AND ($2 IS NULL OR status = $2) AND ($3 IS NULL OR created_at > $3) AND ($4 IS NULL OR created_at < $4)
          AND ($5 IS NULL OR (created_at, id) < ($5, $6))
        ORDER BY created_at DESC, id DESC LIMIT $7
        """,
        ReadRecord,
        filter.Owner, filter.State?.ToWord(), filter.CreatedAfter.ToMillis(), filter.CreatedBefore.ToMillis(),
        filter.After?.CreatedAt.ToMillis(), filter.After?.Id.ToString(), filter.Limit);

    private static IReadOnlyList<JobRecord> Search(SqliteSession session, JobFilter filter) =>
    [
        .. SqliteSearch.Find(session, filter)
            .SelectMany(id => session.Query($"SELECT {ListColumns} FROM jobs WHERE id = $1", ReadRecord, id)),
    ];

    public Task<IReadOnlyList<NumberedEvent>?> EventsAsync(string owner, JobId job, long after, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<NumberedEvent>?>(
            session => Exists(session, owner, job)
                ? session.Query(
                    "SELECT seq, kind, data, at FROM job_events WHERE job_id = $1 AND seq > $2 ORDER BY seq LIMIT 1000",
                    row => new NumberedEvent(row.GetInt64(0), row.GetString(1), row.GetString(2), row.Moment(3)),
                    job.ToString(), after)
                : null,
            cancellationToken);

    public Task<long?> LastEventAsync(string owner, JobId job, CancellationToken cancellationToken) => ReadAsync(
        session => session.Query(
            "SELECT (SELECT COALESCE(MAX(e.seq), 0) FROM job_events e WHERE e.job_id = j.id) FROM jobs j WHERE j.id = $1 AND j.owner = $2",
            row => (long?)row.GetInt64(0), job.ToString(), owner).FirstOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<LedgerCall>?> CallsAsync(string owner, JobId job, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<LedgerCall>?>(
            session => Exists(session, owner, job)
                ? session.Query(
                    $"SELECT {CallRow.Columns} FROM calls c WHERE c.job_id = $1 ORDER BY c.created_at, c.call_index, c.generation", CallRow.Read, job.ToString())
                : null,
            cancellationToken);

    private static bool Exists(SqliteSession session, string owner, JobId job) =>
        session.Query("SELECT 1 FROM jobs WHERE id = $1 AND owner = $2", row => row.GetInt64(0), job.ToString(), owner).Count > 0;

    private static JobRecord ReadRecord(SqliteDataReader row)
    {
        const int Costs = 14;
        const int Documents = Costs + 4;
        var documents = new Dictionary<string, string>();
        for (var i = 0; i < JobColumns.Documents.Count; i++)
        {
            if (row.OptionalText(Documents + i) is { } json)
            {
                documents.Add(JobColumns.Documents[i].Document, json);
            }
        }

        return new JobRecord
        {
            Id = new JobId(Guid.Parse(row.GetString(0))),
            State = JobStates.Parse(row.GetString(1)),
            CurrentStage = row.OptionalText(2),
            StagesCompleted = row.Words(3),
            Percentage = row.GetInt32(4),
            Settled = row.Dollars(5),
            Reserved = row.Dollars(6),
            InDoubt = row.Dollars(Documents + JobColumns.Documents.Count + 1),
            Request = row.GetString(7),
            Failure = ReadFailure(row, 8),
            CreatedAt = row.Moment(9),
            UpdatedAt = row.Moment(10),
            CompletedAt = row.OptionalMoment(11),
            FailedAt = row.OptionalMoment(12),
            CancelledAt = row.OptionalMoment(13),
            Costs = JobColumns.Stages.Select((stage, i) => (stage, row.Dollars(Costs + i))).ToDictionary(),
            Documents = documents,
            Warnings = row.OptionalText(Documents + JobColumns.Documents.Count) ?? "[]",
        };
    }

    private static JobFailure? ReadFailure(SqliteDataReader row, int column) =>
        row.OptionalText(column) is { } json ? JsonSerializer.Deserialize(json, StorageJson.Default.JobFailure) : null;
}
