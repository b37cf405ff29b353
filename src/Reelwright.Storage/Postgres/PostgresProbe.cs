using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <summary>Looks at a PostgreSQL server and changes nothing there.</summary>
public static class PostgresProbe
{
    /// <summary>The oldest major version that the statements of the store are written for.</summary>
    public const int OldestVersion = 15;

    private const int Seconds = 5;

    /// <exception cref="InvalidDatabaseUrlException">The URL can't be used.</exception>
    /// <exception cref="DatabaseUnavailableException">It can't be reached, or does not let us in; the message says why and holds no
    /// password.</exception>
    public static async Task<PostgresServerInfo> AskAsync(string url, CancellationToken cancellationToken)
    {
        var settings = DatabaseUrl.Parse(url);
        settings.Pooling = false;
        settings.Timeout = settings.CommandTimeout = Seconds;
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return new PostgresServerInfo(connection.PostgreSqlVersion, $"{settings.Host}:{settings.Port}/{connection.Database}");
        }
        catch (Exception problem) when (PostgresFaults.Of(problem) is not null)
        {
            throw new DatabaseUnavailableException($"{settings.Host}:{settings.Port} says: {(problem.InnerException ?? problem).Message}", problem);
        }
    }
}

/// <summary>A server that answers.</summary>
/// <param name="Place">Host, port and database.</param>
public sealed record PostgresServerInfo(Version Version, string Place);
