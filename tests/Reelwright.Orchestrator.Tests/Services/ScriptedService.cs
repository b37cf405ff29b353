using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Exchange;
using Reelwright.Hosting.Configuration;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Folder;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator.Services;
using Reelwright.Testing.Time;
using Reelwright.Testing.Wire;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>
/// A service that answers what the test says, byte by byte, and the real gateway that calls it over a socket of 127.0.0.1.
/// </summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly CapturedLogs logs = new();

    private ScriptedService(
        Func<RawRequest, RawConnection, CancellationToken, Task> onCall, IEnumerable<(string Key, string Value)> settings)
    {
        OnCall = onCall;
        Server = RawServer.Start(HandleAsync);
        provider = Build(Server.Url, settings, Time, logs);
        Gateway = provider.GetRequiredService<HttpServiceGateway>();
    }

    public FakeTimeProvider Time { get; } = new();

    public RawServer Server { get; }

    public HttpServiceGateway Gateway { get; }

    /// <summary>Answers the paid calls.</summary>
    public Func<RawRequest, RawConnection, CancellationToken, Task> OnCall { get; set; }

    /// <summary>Answers <c>/operations...</c>; 404 unless set.</summary>
    public Func<RawRequest, RawConnection, CancellationToken, Task> OnOperation { get; set; } = NotFoundAsync;

    /// <summary>Answers <c>/capabilities</c>; 404 unless set.</summary>
    public Func<RawRequest, RawConnection, CancellationToken, Task> OnCapabilities { get; set; } = NotFoundAsync;

    public string Logs => string.Join('\n', logs.Lines);

    public IEnumerable<RawRequest> CallsReceived => Server.Requests.Where(request => request.Method == "POST");

    /// <param name="settings">Keys below <c>Reelwright:</c>.</param>
    public static ScriptedService Start(
        Func<RawRequest, RawConnection, CancellationToken, Task> onCall, params (string Key, string Value)[] settings) =>
        new(onCall, settings);

    /// <summary>Every paid call gets this JSON.</summary>
    public static ScriptedService Answering(int status, string json, params (string Name, string Value)[] headers) =>
        Start((_, connection, cancellationToken) => connection.AnswerAsync(status, json, cancellationToken, headers));

    /// <summary>Every paid call gets these bytes, and then the end of the stream.</summary>
    public static ScriptedService Writing(string bytes, params (string Key, string Value)[] settings) => Start(
        async (_, connection, cancellationToken) =>
        {
            await connection.WriteAsync(Encoding.Latin1.GetBytes(bytes), cancellationToken);
            connection.Close();
        },
        settings);

    public static ServiceProvider Build(Uri url, IEnumerable<(string Key, string Value)> settings, TimeProvider time, ILoggerProvider logs)
    {
        var configuration = new Dictionary<string, string?>();
        foreach (var service in new[] { "PromptParser", "ImageGeneration", "VideoGeneration", "Composition" })
        {
            configuration[$"Reelwright:Services:{service}:Url"] = url.ToString();
        }

        foreach (var (key, value) in settings)
        {
            configuration[$"Reelwright:{key}"] = value;
        }

        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build())
            .AddSingleton(time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(logs))
            .AddServiceClients()
            .AddSingleton<IMediaStore>(new FolderMediaStore(Path.Combine(Path.GetTempPath(), "reelwright-no-media"), time))
            .AddSingleton(provider => new MediaLinks(Options.Create(new MediaFilesOptions { SigningKey = new string('k', 32) }), time))
            .AddValidatedOptions<ServiceAccessOptions>("ServiceAccess").Services
            .BuildServiceProvider();
    }

    /// <summary>Moves time on, second by second, until the exchange has ended.</summary>
    public async Task<CallOutcome> PassTimeUntilEndAsync(Task<CallOutcome> exchange, CancellationToken cancellationToken)
    {
        await Eventually.Within(
            TimeSpan.FromSeconds(30),
            () =>
            {
                Time.Advance(TimeSpan.FromSeconds(1));
                return exchange.IsCompleted;
            },
            cancellationToken);
        return await exchange;
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>A head that promises as many bytes.</summary>
    public static string Head(int length, string type = "application/json") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n\r\n");

    private static Task NotFoundAsync(RawRequest request, RawConnection connection, CancellationToken cancellationToken) =>
        connection.AnswerAsync(404, """{"detail":"Not Found"}""", cancellationToken);

    private Task HandleAsync(RawRequest request, RawConnection connection, CancellationToken cancellationToken) => request switch
    {
        { Method: "POST" } => OnCall(request, connection, cancellationToken),
        { Path: "/capabilities" } => OnCapabilities(request, connection, cancellationToken),
        _ => OnOperation(request, connection, cancellationToken),
    };

    private sealed class CapturedLogs : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
