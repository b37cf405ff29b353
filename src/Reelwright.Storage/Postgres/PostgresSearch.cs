using Npgsql;
using NpgsqlTypes;
using Reelwright.Storage.Search;

namespace Reelwright.Storage.Postgres;

/// <summary>Adds the prompts of jobs that an earlier version created to the search.</summary>
internal static class PostgresSearch
{
    private const int BackfillSize = 2000;

    private const string Next =
        """
        SELECT j.id, j.prompt FROM jobs j
        WHERE j.id > $1 AND NOT EXISTS (SELECT FROM job_search s WHERE s.job_id = j.id) ORDER BY j.id LIMIT $2
        """;

    private const string Insert =
        """
        INSERT INTO job_search (job_id, folded, grams)
        SELECT c.id, c.folded, c.grams::int[] FROM unnest($1, $2, $3) AS c(id, folded, grams) ON CONFLICT (job_id) DO NOTHING
        """;

    public static async Task BackfillAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        while (true)
        {
            var jobs = await NextAsync(connection, last, cancellationToken);
            if (jobs.Count == 0)
            {
                return;
            }

            await using var insert = new NpgsqlCommand(Insert, connection) { CommandTimeout = 0 };
            insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = jobs.Select(job => job.Id).ToArray() });
            insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = jobs.Select(job => job.Folded).ToArray() });
            insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = jobs.Select(job => GramsOf(job.Folded)).ToArray() });
            await insert.ExecuteNonQueryAsync(cancellationToken);
            last = jobs[^1].Id;
        }
    }

    /// <summary>As an array literal: arrays of arrays of different lengths do not exist.</summary>
    public static string GramsOf(string folded) => $"{{{string.Join(',', Trigrams.NumbersOf(folded))}}}";

    private static async Task<List<(Guid Id, string Folded)>> NextAsync(NpgsqlConnection connection, Guid last, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Next, connection) { CommandTimeout = 0, Parameters = { new() { Value = last }, new() { Value = BackfillSize } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<(Guid Id, string Folded)>();
        while (await row.ReadAsync(cancellationToken))
        {
            jobs.Add((row.GetGuid(0), SearchText.Fold(row.GetString(1))));
        }

        return jobs;
    }
}
