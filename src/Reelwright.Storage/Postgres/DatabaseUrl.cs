using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <summary>
/// Reads <c>DATABASE_URL</c> as people write it: <c>postgres://</c> and <c>postgresql://</c>, with a driver's name (<c>+asyncpg</c>) that
/// is passed over, libpq's query parameters, several hosts, IPv6, a socket's folder; or Npgsql's own <c>Host=...;Username=...</c>. No
/// message repeats any of its values.
/// </summary>
public static partial class DatabaseUrl
{
    /// <exception cref="FormatException">It is none of these; the message says what is wrong with it.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        text = text.Trim();
        return Scheme().Match(text) switch
        {
            { Success: true } match when IsOurs(match.Groups["name"].Value) => ParseUrl(text[match.Length..]),
            { Success: true } match => throw Wrong($"its scheme is {match.Groups["name"].Value}, but only postgresql:// and postgres:// are known"),
            _ => ParsePairs(text),
        };
    }

    private static bool IsOurs(string scheme) => scheme.ToLowerInvariant() is "postgres" or "postgresql";

    private static NpgsqlConnectionStringBuilder ParsePairs(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0 } builder
                ? builder
                : throw Wrong("it names no host");
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or FormatException and not InvalidDatabaseUrlException)
        {
            // The cause may quote a value, and is not passed on.
            throw Wrong("it is neither a URL such as postgresql://user:password@host:5432/name nor a list such as Host=...;Database=...;Username=...");
        }
    }

    /// <summary>user:password@host:port,host:port/database?parameters, each part but the hosts optional and percent-encoded.</summary>
    private static NpgsqlConnectionStringBuilder ParseUrl(string rest)
    {
        var builder = new NpgsqlConnectionStringBuilder();
        var (beforeQuery, query) = Cut(rest.Split('#')[0], '?');
        var (authority, database) = Cut(beforeQuery, '/');
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var (user, password) = Cut(authority[..at], ':');
            builder.Username = Decode(user, "user");
            builder.Password = password is null ? null : Decode(password, "password");
        }

        var (hosts, ports) = Hosts(authority[(at + 1)..]);
        if (!string.IsNullOrEmpty(database))
        {
            // Most likely a password with a slash in it: what looks like the host is then a part of it.
            if (database.Contains('@', StringComparison.Ordinal))
            {
                throw Wrong("there is an @ behind the first /: special characters of user and password must be percent-encoded, / as %2F and @ as %40");
            }

            builder.Database = Decode(database, "database");
        }

        foreach (var pair in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(pair, '=');
            LibpqParameters.Set(builder, Decode(name, "parameter"), Decode(value ?? "", name), hosts, ports);
        }

        Place(builder, hosts, ports);
        return builder;
    }

    private static (List<string> Hosts, List<string> Ports) Hosts(string text)
    {
        var hosts = new List<string>();
        var ports = new List<string>();
        foreach (var item in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = HostAndPort().Match(item);
            if (!match.Success)
            {
                throw Wrong("its host is written in a way that is not understood; a special character in the user or password must be percent-encoded (@ as %40, / as %2F, # as %23)");
            }

            hosts.Add(match.Groups["six"].Success ? match.Groups["six"].Value : Decode(match.Groups["host"].Value, "host"));
            if (match.Groups["port"].Success)
            {
                ports.Add(match.Groups["port"].Value);
            }
        }

        return (hosts, ports);
    }

    private static void Place(NpgsqlConnectionStringBuilder builder, List<string> hosts, List<string> ports)
    {
        var numbers = ports.ConvertAll(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port : throw Wrong("its port is not a number from 1 to 65535"));
        if (numbers.Distinct().Count() == 1)
        {
            builder.Port = numbers[0];
            builder.Host = string.Join(',', hosts);
        }
        else if (numbers.Count == 0)
        {
            builder.Host = string.Join(',', hosts);
        }
        else if (numbers.Count == hosts.Count)
        {
            builder.Host = string.Join(',', hosts.Zip(numbers, (host, port) => string.Create(CultureInfo.InvariantCulture, $"{host}:{port}")));
        }
        else
        {
            throw Wrong("it names several ports, but not one for each host");
        }

        if (hosts.Count == 0)
        {
            builder.Host = "localhost";
        }
    }

    private static string Decode(string text, string what)
    {
        if (BadEscape().IsMatch(text))
        {
            throw Wrong($"its {what} has a % that begins no escape such as %40; a % itself is written %25");
        }

        return Uri.UnescapeDataString(text);
    }

    private static (string Before, string? After) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + 1)..]) : (text, null);

    internal static InvalidDatabaseUrlException Wrong(string what) => new($"DATABASE_URL can't be used: {what}.");

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9]*)(\+[A-Za-z0-9_]+)?://")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^(\[(?<six>[0-9A-Fa-f:.%]+)\]|(?<host>[^:@\[\]/]*))(:(?<port>[^:]*))?$")]
    private static partial Regex HostAndPort();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})")]
    private static partial Regex BadEscape();
}
