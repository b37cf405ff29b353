using System.Diagnostics;
using System.Globalization;
using Reelwright.Testing.Processes;
using Reelwright.Testing.Time;

namespace Reelwright.Testing.Postgres;

/// <summary>
/// A private PostgreSQL server on a free port of 127.0.0.1, in a folder of its own, that ends with this process however that ends. It is
/// not the machine's: no cluster that is installed or runs already is used or disturbed.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string User = "reelwright";
    public const string Password = "a p@ss/word:%";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly string folder;
    private readonly bool isDurable;
    private Process? keeper;

    private PostgresServer(string folder, int port, bool isDurable)
    {
        this.folder = folder;
        this.isDurable = isDurable;
        Port = port;
    }

    public int Port { get; }

    /// <summary>The postmaster.</summary>
    public int ProcessId { get; private set; }

    private string Data => Path.Combine(folder, "data");

    /// <param name="isDurable">False does without fsync: faster, and no less correct as long as the machine itself does not fail.</param>
    public static async Task<PostgresServer> StartAsync(bool isDurable, CancellationToken cancellationToken)
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("reelwright-pg-").FullName, FreePort.Take(), isDurable);
        try
        {
            await server.InitializeAsync(cancellationToken);
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>As an operator writes it, with the password percent-encoded.</summary>
    public string UrlOf(string database, int? port = null) =>
        string.Create(CultureInfo.InvariantCulture, $"postgresql://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{port ?? Port}/{database}?sslmode=disable");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"unix_socket_directories={folder}", "max_connections=200", "shared_buffers=128MB", "max_wal_size=1GB",
            .. isDurable ? (string[])[] : ["fsync=off", "full_page_writes=off"],
        ];

        // The shell holds the server until its input ends, which is when we end.
        keeper = PostgresTools.Start(
            "/bin/sh",
            [
                "-c", "\"$0\" \"$@\" >>\"$LOG\" 2>&1 & server=$!; cat >/dev/null; kill -INT $server 2>/dev/null; wait $server",
                PostgresTools.PathOf("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), .. settings.SelectMany(setting => (string[])["-c", setting]),
            ],
            new() { ["LOG"] = Path.Combine(folder, "log") });
        await Eventually.Within(Bound, IsReady, cancellationToken);
        ProcessId = int.Parse(PidFile()[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Like <c>pg_ctl stop -m immediate</c>: no checkpoint, no farewell; the next start recovers from the log.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        Signals.Send(ProcessId, Signals.Quit);
        await EndKeeperAsync(cancellationToken);
    }

    /// <summary>Runs SQL as the owner of everything.</summary>
    public Task ExecuteAsync(string sql, string database, CancellationToken cancellationToken) => PostgresTools.RunAsync(
        PostgresTools.PathOf("psql"), ["-q", "-v", "ON_ERROR_STOP=1", "-d", UrlOf(database), "-c", sql], cancellationToken);

    /// <summary>What a query answers, unaligned and without headings: of a JSON value its text.</summary>
    public Task<string> QueryAsync(string sql, string database, CancellationToken cancellationToken) => PostgresTools.RunAsync(
        PostgresTools.PathOf("psql"), ["-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", UrlOf(database), "-c", sql], cancellationToken);

    public string Log() => File.ReadAllText(Path.Combine(folder, "log"));

    public async ValueTask DisposeAsync()
    {
        await EndKeeperAsync(CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        var passwordFile = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(passwordFile, Password, cancellationToken);
        await PostgresTools.GiveAsync(folder, cancellationToken);
        await PostgresTools.RunAsync(
            PostgresTools.PathOf("initdb"),
            ["-D", Data, "-U", User, "--pwfile", passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"],
            cancellationToken);
    }

    private bool IsReady() => keeper!.HasExited
        ? throw new InvalidOperationException($"PostgreSQL did not start: {Log()}")
        : File.Exists(Path.Combine(Data, "postmaster.pid")) && PidFile() is { Length: >= 8 } lines && lines[7].Trim() == "ready";

    private string[] PidFile() => File.ReadAllLines(Path.Combine(Data, "postmaster.pid"));

    private async Task EndKeeperAsync(CancellationToken cancellationToken)
    {
        if (keeper is { } ending)
        {
            keeper = null;
            ending.StandardInput.Close();
            await ending.WaitForExitAsync(cancellationToken);
            ending.Dispose();
        }
    }
}
