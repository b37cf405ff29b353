using System.Text;
using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Storage.Search;

namespace Reelwright.Storage.Postgres;

/// <summary>
/// The statements that list jobs, to be tried one after the other until one fills the page. Each has only the conditions that are asked
/// for, so that its plan fits them.
/// </summary>
internal sealed class ListCommands
{
    // A part of many prompts fills a page from the newest jobs. For any other, the index of groups finds few jobs.
    private const int Newest = 1000;

    private readonly List<NpgsqlParameter> parameters = [];

    public static IEnumerable<NpgsqlCommand> For(JobFilter filter)
    {
        if (filter.PromptContains is not { } text)
        {
            yield return new ListCommands().Plain(filter);
            yield break;
        }

        var part = SearchText.Fold(text);
        var grams = Trigrams.NumbersOf(part);
        if (grams.Length == 0)
        {
            yield return new ListCommands().Scan(filter, part, null);
            yield break;
        }

        yield return new ListCommands().Scan(filter, part, Newest);
        yield return new ListCommands().ByGrams(filter, part, grams);
    }

    private NpgsqlCommand Plain(JobFilter filter) => Finish(
        $"SELECT {JobRecordRow.ListColumns} FROM jobs j WHERE {Conditions(filter)}{OfState(filter)} ORDER BY created_at DESC, id DESC LIMIT {Next(filter.Limit)}");

    /// <summary>Looks at one prompt after the other, newest first.</summary>
    private NpgsqlCommand Scan(JobFilter filter, string part, int? atMost) => Page(
        $"""
        SELECT n.id, n.created_at FROM (
            SELECT j.id, j.created_at, j.status FROM jobs j WHERE {Conditions(filter)} ORDER BY j.created_at DESC, j.id DESC {(atMost is { } most ? $"LIMIT {most}" : "")}
        ) n
        CROSS JOIN LATERAL (SELECT s.folded FROM job_search s WHERE s.job_id = n.id OFFSET 0) s
        WHERE strpos(s.folded, {Next(part)}) > 0{OfState(filter)} ORDER BY n.created_at DESC, n.id DESC LIMIT {Next(filter.Limit)}
        """);

    private NpgsqlCommand ByGrams(JobFilter filter, string part, int[] grams) => Page(
        $"""
        SELECT j.id, j.created_at FROM (
            SELECT s.job_id FROM job_search s WHERE s.grams @> {Next(grams)} AND strpos(s.folded, {Next(part)}) > 0 OFFSET 0
        ) s
        CROSS JOIN LATERAL (SELECT j.id, j.created_at, j.owner, j.status FROM jobs j WHERE j.id = s.job_id OFFSET 0) j
        WHERE {Conditions(filter)}{OfState(filter)} ORDER BY j.created_at DESC, j.id DESC LIMIT {Next(filter.Limit)}
        """);

    private NpgsqlCommand Page(string found) => Finish(
        $"""
        SELECT {JobRecordRow.ListColumns} FROM jobs WHERE id = ANY (ARRAY(SELECT f.id FROM ({found}) f)) ORDER BY created_at DESC, id DESC
        """);

    private NpgsqlCommand Finish(string sql)
    {
        var command = new NpgsqlCommand(sql);
        parameters.ForEach(parameter => command.Parameters.Add(parameter));
        return command;
    }

    private string Conditions(JobFilter filter)
    {
        var sql = new StringBuilder($"j.owner = {Next(filter.Owner)}");
        if (filter.CreatedAfter is { } after)
        {
            sql.Append($" AND j.created_at > {Next(after)}");
        }

        if (filter.CreatedBefore is { } before)
        {
            sql.Append($" AND j.created_at < {Next(before)}");
        }

        if (filter.After is { } cursor)
        {
            sql.Append($" AND (j.created_at, j.id) < ({Next(cursor.CreatedAt)}, {Next(cursor.Id.Value)})");
        }

        return sql.ToString();
    }

    private string OfState(JobFilter filter) => filter.State is { } state ? $" AND status = {Next(state.ToWord())}" : "";

    private string Next(string text) => Next(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = text });

    private string Next(int number) => Next(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer, Value = number });

    private string Next(int[] numbers) => Next(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = numbers });

    private string Next(Guid id) => Next(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = id });

    private string Next(DateTimeOffset moment) => Next(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = moment.UtcDateTime });

    private string Next(NpgsqlParameter parameter)
    {
        parameters.Add(parameter);
        return $"${parameters.Count}";
    }
}
