using System.Net;
using System.Net.Sockets;
using System.Text;
using Reelwright.Engine.Exchange;
using Reelwright.Testing;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>What broken connections and unreadable answers mean for a paid call: was it certainly not taken, or is it in doubt?</summary>
public sealed class BrokenAnswerTests : GatewayTest
{
    private static readonly (string, string) Refused = ("Services:VideoGeneration:Url", $"http://127.0.0.1:{FreePort.Take()}");

    [Fact]
    public async Task A_refused_connection_certainly_took_nothing()
    {
        await using var service = ScriptedService.Start((_, _, _) => Task.CompletedTask, Refused);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.NotTaken>().Error.ShouldContain("ConnectionRefused");
    }

    [Fact]
    public async Task An_unknown_host_name_certainly_took_nothing()
    {
        await using var service = ScriptedService.Start(
            (_, _, _) => Task.CompletedTask, ("Services:VideoGeneration:Url", "http://no-such-service.invalid"));

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.NotTaken>();
    }

    [Fact]
    public async Task A_connection_that_is_never_made_certainly_took_nothing()
    {
        // A full backlog: the kernel drops further attempts to connect.
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        var endpoint = (IPEndPoint)full.LocalEndPoint!;
        var waiting = Enumerable.Range(
            0, 8).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false }).ToList();
        waiting.ForEach(socket => _ = socket.ConnectAsync(endpoint));
        await using var service = ScriptedService.Start(
            (_, _, _) => Task.CompletedTask, (
                "Services:VideoGeneration:Url", $"http://{endpoint}"), ("Services:VideoGeneration:ConnectTimeout", "00:00:00.3"));

        var outcome = await SendClipAsync(service);

        waiting.ForEach(socket => socket.Dispose());
        outcome.ShouldBeOfType<CallOutcome.NotTaken>().Error.ShouldContain("no connection");
    }

    [Fact]
    public async Task A_reset_after_the_request_leaves_the_call_in_doubt()
    {
        await using var service = ScriptedService.Start((_, connection, _) =>
        {
            connection.Reset();
            return Task.CompletedTask;
        });

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>();
    }

    [Fact]
    public async Task A_reset_within_the_answer_is_in_doubt()
    {
        await using var service = ScriptedService.Start(async (_, connection, token) =>
        {
            await connection.WriteAsync(ScriptedService.Head(400) + "{\"success\":true,\"res", token);
            connection.Reset();
        });

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>();
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"success\":true}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"success\":true}\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"success\":oops")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 29\r\n\r\n{\"success\":true,\"result\":nan}  ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 16\r\n\r\n<html>OK</html> ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nOK")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 16\r\n\r\n{\"success\":true}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n\"\u00ff\"")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n")]
    [InlineData("hello, who is there?\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: appl")]
    public async Task A_response_that_is_not_whole_JSON_leaves_the_call_in_doubt(string bytes)
    {
        await using var service = ScriptedService.Writing(bytes);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>();
    }

    [Fact]
    public async Task A_silent_service_leaves_the_call_in_doubt_after_the_timeout()
    {
        await using var service = ScriptedService.Start((_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        var exchange = SendClipAsync(service);
        await Eventually.Within(TimeSpan.FromSeconds(20), () => service.CallsReceived.Any(), Token);

        service.Time.Advance(TimeSpan.FromSeconds(89));
        exchange.IsCompleted.ShouldBeFalse();
        service.Time.Advance(TimeSpan.FromSeconds(1));

        (await exchange).ShouldBeOfType<CallOutcome.Unknown>().Error.ShouldBe("no answer within 90 s");
    }

    [Fact]
    public async Task An_answer_that_stops_half_way_is_given_up_long_before_the_timeout()
    {
        await using var service = ScriptedService.Start(
            async (_, connection, token) =>
            {
                await connection.WriteAsync(ScriptedService.Head(400) + "{", token);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            },
            ("Services:VideoGeneration:Timeout", "01:00:00"));

        var outcome = await service.PassTimeUntilEndAsync(SendClipAsync(service), Token);

        outcome.ShouldBeOfType<CallOutcome.Unknown>().Error.ShouldContain("stopped for 10 s");
    }

    [Fact]
    public async Task An_answer_that_drips_is_cut_at_the_timeout()
    {
        var sent = 0;
        await using var service = ScriptedService.Start(
            async (_, connection, token) =>
            {
                await connection.WriteAsync(ScriptedService.Head(400_000), token);
                while (true)
                {
                    await connection.WriteAsync(" ", token);
                    Interlocked.Increment(ref sent);
                    await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, token);
                }
            },
            ("Services:VideoGeneration:ReadIdleTimeout", "01:00:00"));

        var exchange = SendClipAsync(service);
        await Eventually.Within(TimeSpan.FromSeconds(30), () => Volatile.Read(ref sent) > 200, Token);

        service.Time.Advance(TimeSpan.FromSeconds(90));

        (await exchange).ShouldBeOfType<CallOutcome.Unknown>().Error.ShouldContain("not complete within 90 s");
    }

    [Theory]
    [InlineData("Content-Length: 10000000000\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nfffffff\r\n")]
    public async Task An_endless_answer_is_not_read_to_its_end(string framing)
    {
        var sent = 0L;
        await using var service = ScriptedService.Start(async (_, connection, token) =>
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + framing, token);
            var block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
            while (true)
            {
                await connection.WriteAsync(block, token);
                Interlocked.Add(ref sent, block.Length);
            }
        });

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>().Error.ShouldContain("larger than 1048576 bytes");

        Interlocked.Read(ref sent).ShouldBeLessThan(32 * 1024 * 1024);
    }

    [Fact]
    public async Task A_million_headers_are_not_read()
    {
        await using var service = ScriptedService.Start(async (_, connection, token) =>
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\n", token);
            while (true)
            {
                await connection.WriteAsync("X-Filler: 0123456789012345678901234567890123456789\r\n", token);
            }
        });

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>().Error.ShouldContain("headers are too large");
    }

    [Fact]
    public async Task A_definite_status_stays_definite_when_its_body_is_broken()
    {
        await using var gone = ScriptedService.Writing("HTTP/1.1 404 Not Found\r\nContent-Length: 400\r\n\r\nnot");
        await using var busy = ScriptedService.Writing("HTTP/1.1 429 Slow\r\nRetry-After: 3\r\nContent-Length: 400\r\n\r\nslow");

        (await SendClipAsync(gone)).ShouldBeOfType<CallOutcome.Failed>().Retryable.ShouldBeFalse();
        (await SendClipAsync(busy)).ShouldBeOfType<CallOutcome.NotTaken>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Cancelling_abandons_the_exchange_at_once()
    {
        await using var service = ScriptedService.Start((_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var exchange = service.Gateway.SendAsync(ClipCall, cancel.Token);
        await Eventually.Within(TimeSpan.FromSeconds(20), () => service.CallsReceived.Any(), Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(exchange);
    }
}
