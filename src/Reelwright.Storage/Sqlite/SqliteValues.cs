using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Reelwright.Storage.Sqlite;

/// <summary>How our values are kept in SQLite's few types: money in micro-dollars, time in milliseconds.</summary>
internal static class SqliteValues
{
    private const decimal MicrosPerDollar = 1_000_000m;

    public static long ToMicros(this decimal dollars) => decimal.ToInt64(decimal.Round(dollars * MicrosPerDollar, MidpointRounding.AwayFromZero));

    public static object? ToMicros(this decimal? dollars) => dollars?.ToMicros();

    public static long ToMillis(this DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static object? ToMillis(this DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds();

    public static string ToJsonArray(this IReadOnlyList<string> words) =>
        JsonSerializer.Serialize([.. words], StorageJson.Default.StringArray);

    public static decimal Dollars(this SqliteDataReader row, int column) => row.GetInt64(column) / MicrosPerDollar;

    public static decimal? OptionalDollars(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Dollars(column);

    public static DateTimeOffset Moment(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? OptionalMoment(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);

    public static string? OptionalText(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static bool Flag(this SqliteDataReader row, int column) => row.GetInt64(column) != 0;

    public static string[] Words(this SqliteDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetString(column), StorageJson.Default.StringArray) ?? [];
}
