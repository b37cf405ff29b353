using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Reelwright.Hosting.Logs;
using Reelwright.Hosting.Tests.Running;

namespace Reelwright.Hosting.Tests.Logs;

public sealed partial class LogLineTests : IAsyncLifetime
{
    private const string Token = "a-service-token-of-this-test";

    private readonly LoggerExternalScopeProvider scopes = new();
    private TestHost host = null!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(
        _ => { },
        new Dictionary<string, string?> { ["SERVICE_TOKEN"] = Token },
        builder => builder.Services.AddSingleton<TimeProvider>(new ManualTime(new DateTimeOffset(2025, 11, 14, 10, 30, 0, 120, TimeSpan.Zero))));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public void A_line_has_these_members_in_this_order()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var scope = scopes.Push(new LogScope("550e8400", "video_generation"));

        var line = Write("reelwright-json", log => Log.Done(log, 2, 1.2m, 3.4567));

        line.ShouldBe(
            $$"""
            {"timestamp":"2025-11-14T10:30:00.120Z","level":"INFO","job_id":"550e8400","stage":"video_generation","message":"Clip 2 done for 1.2 in 3.4567","cost":1.20,"duration_seconds":3.457,"service":"test-host","trace_id":"{{activity.TraceId}}"}

            """);
    }

    [Fact]
    public void Members_that_do_not_apply_are_null()
    {
        Activity.Current = null;

        Write("reelwright-json", log => Log.Plain(log, "x")).ShouldBe(
            """
            {"timestamp":"2025-11-14T10:30:00.120Z","level":"WARN","job_id":null,"stage":null,"message":"Said x","cost":null,"duration_seconds":null,"service":"test-host","trace_id":null}

            """);
    }

    [Theory]
    [InlineData(LogLevel.Critical, "ERROR")]
    [InlineData(LogLevel.Error, "ERROR")]
    [InlineData(LogLevel.Warning, "WARN")]
    [InlineData(LogLevel.Information, "INFO")]
    [InlineData(LogLevel.Debug, "DEBUG")]
    [InlineData(LogLevel.Trace, "DEBUG")]
    public void Levels_are_called_as_the_contract_says(LogLevel level, string name) =>
        Member(Write("reelwright-json", log => Log.At(log, level)), "level").ShouldBe(name);

    [Theory]
    [InlineData("reelwright-json")]
    [InlineData("reelwright-text")]
    public void No_value_can_forge_a_line(string formatter)
    {
        var line = Write(formatter, log => Log.Plain(log, "a\r\n{\"level\":\"INFO\"}\u001b[2J\u2028b"));

        line.TrimEnd('\n').ShouldNotContain('\n');
        line.ShouldNotContain('\r');
        line.ShouldNotContain('\u001b');
        line.ShouldEndWith("\n");
    }

    [Theory]
    [InlineData("Authorization: Bearer abc.def-123", "abc.def")]
    [InlineData("GET http://h/media/k?expires=1&signature=QWERTY-123", "QWERTY")]
    [InlineData("postgresql://user:hunter2@db/x", "hunter2")]
    [InlineData("key rw_0123456789abcdef", "0123456789abcdef")]
    [InlineData("key sk-0123456789abcdef", "0123456789abcdef")]
    [InlineData("token " + Token, Token)]
    public void Secrets_are_left_out(string text, string secret)
    {
        foreach (var formatter in (string[])["reelwright-json", "reelwright-text"])
        {
            var line = Write(formatter, log => Log.Failed(log, new InvalidOperationException(text), text));
            line.ShouldContain("***");
            line.ShouldNotContain(secret);
        }
    }

    [Fact]
    public void An_exception_stands_on_the_same_line()
    {
        var line = Write("reelwright-json", log => Log.Failed(log, new InvalidOperationException("broken\nhere"), "x"));

        line.TrimEnd('\n').ShouldNotContain('\n');
        Member(line, "exception").ShouldStartWith("System.InvalidOperationException: broken\nhere");
        Member(line, "message").ShouldBe("Failed at x");
    }

    [Fact]
    public void A_text_line_has_time_level_service_job_and_message()
    {
        using var scope = scopes.Push(new LogScope("550e8400-e29b-41d4-a716-446655440000", "composition"));
        var time = TimeZoneInfo.ConvertTime(new DateTimeOffset(2025, 11, 14, 10, 30, 0, TimeSpan.Zero), TimeZoneInfo.Local);

        Write("reelwright-text", log => Log.Done(log, 2, 1.2m, 3))
            .ShouldBe($"{time:HH:mm:ss} INFO  test-host        [550e8400 composition] Clip 2 done for 1.2 in 3 ($1.20)\n");
    }

    private static string Member(string line, string name) => JsonDocument.Parse(line).RootElement.GetProperty(name).GetString()!;

    private string Write(string formatter, Action<ILogger> log)
    {
        var writer = new StringWriter();
        log(new FormattingLogger(host.Get<IEnumerable<ConsoleFormatter>>().Single(each => each.Name == formatter), scopes, writer));
        return writer.ToString();
    }

    private sealed class FormattingLogger(ConsoleFormatter formatter, IExternalScopeProvider scopes, StringWriter writer) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter1) =>
            formatter.Write(new LogEntry<TState>(logLevel, "Test", eventId, state, exception, formatter1), scopes, writer);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Clip {Clip} done for {Cost} in {DurationSeconds}")]
        public static partial void Done(ILogger logger, int clip, decimal cost, double durationSeconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Said {Text}")]
        public static partial void Plain(ILogger logger, string text);

        [LoggerMessage(Message = "At a level")]
        public static partial void At(ILogger logger, LogLevel level);

        [LoggerMessage(Level = LogLevel.Error, Message = "Failed at {Text}")]
        public static partial void Failed(ILogger logger, Exception exception, string text);
    }
}
