using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <summary>How our values are read from PostgreSQL's types.</summary>
internal static class PostgresValues
{
    public static DateTimeOffset Moment(this NpgsqlDataReader row, int column) => new(row.GetDateTime(column), TimeSpan.Zero);

    public static DateTimeOffset? OptionalMoment(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);

    public static string? OptionalText(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
