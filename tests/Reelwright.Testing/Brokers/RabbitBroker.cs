using Reelwright.Testing.Processes;

namespace Reelwright.Testing.Brokers;

/// <summary>
/// A private RabbitMQ node on free ports of 127.0.0.1, with a folder, a cookie and an epmd of its own, and no plugins. It starts in some
/// seconds, so share one among the tests of a project. Nothing of it outlives this process, however that ends.
/// </summary>
public sealed class RabbitBroker : IAsyncDisposable
{
    private const string User = "reel/wright";
    private const string Password = "p@ss:w/rd?100%";
    private const string VirtualHost = "ads/eu";
    private const string Ready = "Server startup complete";

    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ControlBound = TimeSpan.FromSeconds(60);

    private readonly string programs = FindPrograms();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reelwright-rabbit-");
    private readonly Dictionary<string, string?> environment;
    private readonly int port;
    private readonly int tlsPort;
    private readonly GuardedServer portMapper;
    private GuardedServer? server;

    private RabbitBroker()
    {
        var ports = FreePort.Take(4);
        (port, tlsPort) = (ports[0], ports[1]);
        TestCertificate.Write(PathOf("certificate.pem"), PathOf("key.pem"));
        File.WriteAllText(PathOf("rabbitmq.conf"), Settings());
        File.WriteAllText(PathOf("plugins"), "[].");
        environment = Environment(distributionPort: ports[2], epmdPort: ports[3]);
        portMapper = GuardedServer.Start("/usr/bin/env", ["epmd"], environment);
    }

    /// <summary>User, password and vhost need their percent signs.</summary>
    public string Url => $"amqp://{Login}@127.0.0.1:{port}/{Uri.EscapeDataString(VirtualHost)}";

    /// <summary>Under a certificate that nobody vouches for.</summary>
    public string TlsUrl => $"amqps://{Login}@127.0.0.1:{tlsPort}/{Uri.EscapeDataString(VirtualHost)}";

    /// <summary>The secret as it stands in <see cref="Url"/>, and as it is.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [Password, Uri.EscapeDataString(Password)];

    private static string Login => $"{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}";

    public static async Task<RabbitBroker> StartAsync(CancellationToken cancellationToken)
    {
        var broker = new RabbitBroker();
        try
        {
            await broker.StartAgainAsync(cancellationToken);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>On the same ports and with what it kept.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        server = GuardedServer.Start(Path.Combine(programs, "rabbitmq-server"), [], environment);
        await server.WaitForLineAsync(Ready, StartBound, cancellationToken);
    }

    /// <summary>In good order: it says goodbye to its clients.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => server!.TerminateAsync(cancellationToken);

    /// <summary>SIGKILL.</summary>
    public Task KillAsync(CancellationToken cancellationToken) => server!.KillAsync(cancellationToken);

    /// <summary>It stands still: connections stay open and nothing comes back.</summary>
    public Task PauseAsync() => server!.PauseAsync();

    public Task ResumeAsync() => server!.ResumeAsync();

    /// <summary><c>rabbitmqctl</c>; takes some seconds.</summary>
    public async Task ControlAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await using var control = ChildProcess.StartProgram(Path.Combine(programs, "rabbitmqctl"), arguments, environment);
        var code = await control.WaitForExitAsync(cancellationToken).WaitAsync(ControlBound, cancellationToken);
        if (code != 0)
        {
            throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', arguments)} ended with {code}:\n{string.Join('\n', control.Output)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        await portMapper.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string FindPrograms()
    {
        string[] places = ["/usr/lib/rabbitmq/bin", "/opt/homebrew/opt/rabbitmq/sbin", "/usr/local/opt/rabbitmq/sbin"];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "rabbitmq-server")))
            ?? throw new InvalidOperationException("rabbitmq-server is missing. ./test.sh installs it on Debian; elsewhere install RabbitMQ 3.10 or newer.");
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private string Settings() =>
        $"""
        listeners.tcp.1 = 127.0.0.1:{port}
        listeners.ssl.1 = 127.0.0.1:{tlsPort}
        ssl_options.certfile = {PathOf("certificate.pem")}
        ssl_options.keyfile = {PathOf("key.pem")}
        default_user = {User}
        default_pass = {Password}
        default_vhost = {VirtualHost}
        disk_free_limit.absolute = 1MB
        log.console = true
        log.console.level = info
        log.file = false

        """;

    private Dictionary<string, string?> Environment(int distributionPort, int epmdPort) => new()
    {
        ["HOME"] = folder.FullName,
        ["ERL_EPMD_PORT"] = $"{epmdPort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = $"reelwright{port}@localhost",
        ["RABBITMQ_DIST_PORT"] = $"{distributionPort}",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["RABBITMQ_CONFIG_FILE"] = PathOf("rabbitmq.conf"),
        ["RABBITMQ_CONF_ENV_FILE"] = PathOf("none"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = PathOf("none"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = PathOf("plugins"),
        ["RABBITMQ_MNESIA_BASE"] = PathOf("mnesia"),
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = PathOf("feature-flags"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = PathOf("generated"),
        ["RABBITMQ_LOG_BASE"] = PathOf("log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_PID_FILE"] = PathOf("pid"),

        // Otherwise the script waits beside the server instead of becoming it, and a signal would not reach it.
        ["RUNNING_UNDER_SYSTEMD"] = "1",
    };
}
