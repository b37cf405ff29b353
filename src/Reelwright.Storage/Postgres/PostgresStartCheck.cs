using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <summary>
/// Looks at the database before a node uses it, and says in a sentence why it can't: refused sign-in, missing rights, another program's
/// tables,
/// a newer schema. A server that does not answer is no fault here: a node may start before its database.
/// </summary>
internal static class PostgresStartCheck
{
    private const int Seconds = 2;

    private const string Look =
        """
        SELECT to_regclass('schema_versions') IS NOT NULL, to_regclass('jobs') IS NOT NULL, to_regclass('job_work') IS NOT NULL,
               COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false), current_user, COALESCE(current_schema(), ''),
               COALESCE((SELECT bool_and(has_table_privilege(c.oid, p)) FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
                         WHERE c.oid IN (to_regclass('schema_versions'), to_regclass('jobs'), to_regclass('job_work'), to_regclass('calls'))), true)
        """;

    /// <exception cref="DatabaseUnusableException">This program can't work with the database.</exception>
    public static void Run(string url)
    {
        var settings = DatabaseUrl.Parse(url);
        settings.Pooling = false;
        settings.Timeout = settings.CommandTimeout = Seconds;
        var place = $"{settings.Host}:{settings.Port}/{settings.Database}";
        try
        {
            using var connection = new NpgsqlConnection(settings.ConnectionString);
            connection.Open();
            Check(connection, place);
        }
        catch (PostgresException refused) when (refused.SqlState[..2] is "28")
        {
            throw new DatabaseUnusableException(
                $"PostgreSQL at {place} refuses the sign-in of user {settings.Username}: {refused.MessageText}. Check user and password in DATABASE_URL.", refused);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DatabaseUnusableException(
                $"User {settings.Username} may not use the database {place}: {refused.MessageText}. Grant it the rights, or make it the database's owner.", refused);
        }
        catch (Exception problem) when (problem is NpgsqlException or TimeoutException)
        {
            // Away, or starting: the node waits for it.
        }
    }

    private static void Check(NpgsqlConnection connection, string place)
    {
        using var look = new NpgsqlCommand(Look, connection);
        bool hasVersions, hasJobs, isOurs, mayCreate, mayUse;
        string user, schema;
        using (var row = look.ExecuteReader())
        {
            row.Read();
            (hasVersions, hasJobs, isOurs, mayCreate) = (row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3));
            (user, schema, mayUse) = (row.GetString(4), row.GetString(5), row.GetBoolean(6));
        }

        if (hasJobs && !(hasVersions && isOurs))
        {
            throw new DatabaseUnusableException(
                $"The database {place} has a table jobs of another program. Name an empty database in DATABASE_URL.");
        }

        if (!mayUse)
        {
            throw new DatabaseUnusableException(
                $"User {user} may not read and write the tables of {place}. Name the user that created them in DATABASE_URL, or make {user} their owner.");
        }

        var version = hasVersions ? Version(connection, place) : 0;
        if (version > PostgresMigrations.Newest)
        {
            throw new DatabaseUnusableException(PostgresMigrations.IsNewer(place, version));
        }

        if (version < PostgresMigrations.Newest && !mayCreate)
        {
            throw new DatabaseUnusableException(
                $"User {user} may not create tables in schema \"{schema}\" of {place}. Run as its owner: GRANT CREATE, USAGE ON SCHEMA {schema} TO {user};");
        }
    }

    private static int Version(NpgsqlConnection connection, string place)
    {
        try
        {
            using var command = new NpgsqlCommand("SELECT COALESCE(MAX(version), 0)::int FROM schema_versions WHERE script IS NOT NULL", connection);
            return (int)command.ExecuteScalar()!;
        }
        catch (PostgresException foreign) when (foreign.SqlState[..2] is "42")
        {
            throw new DatabaseUnusableException(
                $"The database {place} has a table schema_versions of another program. Name an empty database in DATABASE_URL.", foreign);
        }
    }
}
