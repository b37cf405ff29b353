using System.Globalization;
using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <summary>What stands behind the question mark of a database URL, by libpq's names and those that other drivers use.</summary>
internal static class LibpqParameters
{
    // They tune other drivers, or ask for what Npgsql always does.
    private static readonly HashSet<string> PassedOver = new(StringComparer.OrdinalIgnoreCase)
    {
        "client_encoding", "fallback_application_name", "prepared_statement_cache_size", "statement_cache_size", "pgbouncer", "schema_search_path_strict",
    };

    public static void Set(NpgsqlConnectionStringBuilder builder, string name, string value, List<string> hosts, List<string> ports)
    {
        switch (name.ToLowerInvariant())
        {
            case "host" or "hostaddr":
                hosts.Clear();
                hosts.AddRange(value.Split(',', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "port":
                ports.Clear();
                ports.AddRange(value.Split(',', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "user" or "username": builder.Username = value; break;
            case "password": builder.Password = value; break;
            case "dbname" or "database": builder.Database = value; break;
            case "sslmode" or "ssl": builder.SslMode = ReadSslMode(value); break;
            case "sslrootcert": builder.RootCertificate = value == "system" ? null : value; break;
            case "sslcert": builder.SslCertificate = value; break;
            case "sslkey": builder.SslKey = value; break;
            case "sslpassword": builder.SslPassword = value; break;
            case "connect_timeout" or "timeout": builder.Timeout = Seconds(name, value); break;
            case "application_name": builder.ApplicationName = value; break;
            case "options": builder.Options = value; break;
            case "search_path" or "currentschema" or "schema": builder.SearchPath = value; break;
            case "passfile": builder.Passfile = value; break;
            case "target_session_attrs": builder.TargetSessionAttributes = value == "read-write" ? "primary" : value; break;
            case "keepalives_idle": builder.TcpKeepAliveTime = Seconds(name, value); break;
            case "keepalives_interval": builder.TcpKeepAliveInterval = Seconds(name, value); break;
            case var other when PassedOver.Contains(other): break;
            default: SetByNpgsqlsName(builder, name, value); break;
        }
    }

    private static SslMode ReadSslMode(string value) => value.ToLowerInvariant() switch
    {
        "disable" or "false" or "0" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" or "true" or "1" or "no-verify" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => throw DatabaseUrl.Wrong("its sslmode is none of disable, allow, prefer, require, verify-ca and verify-full"),
    };

    private static int Seconds(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 3600
            ? seconds
            : throw DatabaseUrl.Wrong($"its {name} is not a number of seconds");

    private static void SetByNpgsqlsName(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        try
        {
            builder[name.Replace('_', ' ')] = value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw DatabaseUrl.Wrong($"its parameter {name} is not known, or has a value that is not");
        }
    }
}
