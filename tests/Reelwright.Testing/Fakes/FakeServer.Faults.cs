using System.Globalization;
using System.Text;
using Reelwright.Testing.Wire;

namespace Reelwright.Testing.Fakes;

/// <content>Wrong answers.</content>
internal sealed partial class FakeServer
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private async Task SpoilAsync(FakeFault fault, RawConnection connection, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), TimeProvider.System, cancellationToken);
        switch (fault.Kind)
        {
            case FaultKind.Status:
                await AnswerStatusAsync(fault, connection, cancellationToken);
                break;
            case FaultKind.Reset:
                connection.Reset();
                break;
            case FaultKind.ResetMidBody:
                await connection.WriteAsync(Head + "Content-Length: 400\r\n\r\n{\"success\":true,\"res", cancellationToken);
                connection.Reset();
                break;
            case FaultKind.Truncated:
                await connection.WriteAsync(Head + "Content-Length: 400\r\n\r\n{\"success\":true,\"res", cancellationToken);
                connection.Close();
                break;
            case FaultKind.Malformed:
                await connection.AnswerAsync(200, fault.Body ?? "{\"success\":true,\"result\":{oops", cancellationToken);
                break;
            case FaultKind.Html:
                var page = fault.Body ?? "<html><body>Bad gateway</body></html>";
                await connection.WriteAsync(
                    string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\n\r\n{page}"),
                    cancellationToken);
                break;
            case FaultKind.Empty:
                await connection.AnswerAsync(200, string.Empty, cancellationToken);
                break;
            case FaultKind.Drip:
                await DripAsync(connection, cancellationToken);
                break;
            case FaultKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"The fault {fault.Kind} can't be met here.");
        }
    }

    private async Task AnswerStatusAsync(FakeFault fault, RawConnection connection, CancellationToken cancellationToken)
    {
        var body = fault.Body ?? (fault.Envelope ? Failure(fault.Code, fault.Message, fault.Retryable, fault.Cost) : "upstream error");
        (string, string)[] headers = fault.RetryAfter is { } wait ? [("Retry-After", wait)] : [];
        await connection.AnswerAsync(fault.Status, body, cancellationToken, headers);
    }

    private static async Task DripAsync(RawConnection connection, CancellationToken cancellationToken)
    {
        await connection.WriteAsync(Head + "Content-Length: 4000\r\n\r\n", cancellationToken);
        for (var sent = 0; sent < 4000; sent++)
        {
            await connection.WriteAsync(" ", cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
        }
    }
}
