using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Reelwright.Testing.Wire;

namespace Reelwright.Testing.Fakes;

/// <summary>One fake service on one port.</summary>
internal sealed partial class FakeServer : IAsyncDisposable
{
    private readonly string service;
    private readonly Func<FakeSettings> settings;
    private readonly BookWriter book;
    private readonly Func<RawRequest, RawConnection, CancellationToken, Task<bool>> control;
    private readonly RawServer server;
    private readonly Lock gate = new();
    private readonly Dictionary<string, FakeWork> byKey = [];
    private readonly ConcurrentDictionary<string, FakeWork> byId = new();
    private readonly ConcurrentDictionary<(FaultTarget Target, string? Job, int Scene), int> attempts = new();
    private int works;
    private int calls;
    private int polls;
    private int inFlight;
    private int peak;

    public FakeServer(
        string service, int port, Func<FakeSettings> settings, BookWriter book, Func<RawRequest, RawConnection, CancellationToken, Task<bool>> control)
    {
        this.service = service;
        this.settings = settings;
        this.book = book;
        this.control = control;
        Restore();
        server = RawServer.Start(HandleAsync, port);
    }

    public int Port => server.Port;

    public string Service => service;

    public FakeStatistics Statistics => new() { Calls = calls, InFlight = inFlight, Peak = peak, Polls = polls, Connections = server.Connections };

    private FakeServiceSettings Mine => settings().Of(service);

    public void Reset()
    {
        lock (gate)
        {
            byKey.Clear();
            byId.Clear();
            attempts.Clear();
            (calls, polls, peak) = (0, 0, inFlight);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task HandleAsync(RawRequest request, RawConnection connection, CancellationToken cancellationToken)
    {
        if (await control(request, connection, cancellationToken))
        {
            return;
        }

        if (Mine.Token is { } token && request.Header("Authorization") != $"Bearer {token}" && request.Path != "/health")
        {
            await connection.AnswerAsync(401, Failure("UNAUTHENTICATED", "no valid token", retryable: null, cost: null), cancellationToken);
            return;
        }

        await (request switch
        {
            { Method: "POST" } when request.Path == FakeQuestion.PathOf(service) => AnswerCallAsync(request, connection, cancellationToken),
            { Path: "/health" } => connection.AnswerAsync(200, $$"""{"status":"healthy","service":"{{service}}","version":"1.0.0"}""", cancellationToken),
            { Path: "/capabilities" } when Mine.Capabilities => connection.AnswerAsync(200, Capabilities(), cancellationToken),
            { Path: "/operations" } when Mine.Operations => FindOperationAsync(request, connection, cancellationToken),
            { Path: var path } when Mine.Operations && path.StartsWith("/operations/", StringComparison.Ordinal) =>
                AnswerOperationAsync(request, connection, cancellationToken),
            { Path: var path } when path.StartsWith("/files/", StringComparison.Ordinal) => connection.AnswerAsync(200, "{}", cancellationToken),
            _ => connection.AnswerAsync(404, Failure("NOT_FOUND", "no such path", retryable: null, cost: null), cancellationToken),
        });
    }

    private string Capabilities()
    {
        var price = Mine.PriceUsd ?? Mine.Cost ?? 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"service":"{{{service}}}","version":"1.0.0","idempotency":{{{Word(Mine.Idempotent)}}},"operations":{{{Word(Mine.Operations)}}},"providers":[{"name":"fake","model":"fake-1","price":{"per":"{{{Mine.PricePer}}}","usd":{{{price}}}},"typical_seconds":{{{Mine.TypicalSeconds}}}}],"limits":{}}""");
    }

    private string Failure(string code, string message, bool? retryable, decimal? cost)
    {
        var flag = retryable is { } value ? $",\"retryable\":{Word(value)}" : null;
        var error = Mine.PlainErrors ? $"\"{message}\"" : $$"""{"code":"{{code}}","message":"{{message}}"{{flag}}}""";
        return $$"""{"success":false,"error":{{error}}{{CostMember(cost)}},"processing_time":0.01}""";
    }

    private static string? CostMember(decimal? cost) => cost is { } amount ? string.Create(CultureInfo.InvariantCulture, $",\"cost\":{amount}") : null;

    private static string Word(bool value) => value ? "true" : "false";

    // What was done before this process began is still kept under its key.
    private void Restore()
    {
        foreach (var entry in Book.Parse(book.ReadAll()).Asked.Where(entry => entry.Service == service))
        {
            attempts.AddOrUpdate((FaultTarget.Call, entry.Job, entry.Scene), entry.Attempt, (_, before) => Math.Max(before, entry.Attempt));
        }

        foreach (var kept in book.Kept().Where(kept => kept.Service == service && kept.Key is not null))
        {
            using var request = JsonDocument.Parse(kept.Request);
            var question = new FakeQuestion(service, kept.Job, kept.Scene, kept.Key, kept.Request, request.RootElement.Clone());
            byKey[kept.Key!] = Begin(question, kept.Attempt, kept.Envelope, kept.Succeeds, kept.Cost, TimeSpan.Zero);
        }
    }

    private FakeWork Begin(FakeQuestion question, int attempt, string envelope, bool succeeds, decimal cost, TimeSpan length)
    {
        var work = new FakeWork
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"op_{service}_{Interlocked.Increment(ref works)}_{question.Key}"),
            Question = question,
            Attempt = attempt,
            Envelope = envelope,
            Succeeds = succeeds,
            Cost = cost,
        };
        byId[work.Id] = work;
        _ = work.RunAsync(length);
        return work;
    }
}
