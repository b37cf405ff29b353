using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Reelwright.Bench.Wire;

namespace Reelwright.Bench.Fakes;

/// <summary>One connection of a fake service: paid calls, polls, and the bench's own questions about the book.</summary>
internal sealed class FakeConnection(Socket socket, FakeStage stage, FakeDesk desk)
{
    private static readonly string[] Services = ["prompt-parser", "image-generation", "video-generation", "composition"];
    private readonly MessageReader request = new(socket);
    private readonly AnswerWriter answers = new();

    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        using var owned = socket;
        try
        {
            while (await request.ReadAsync(cancellationToken))
            {
                var answer = IsPaid() ? await SellAsync(Question.Read(stage, request), cancellationToken) : Tell();
                await socket.SendAsync(answer, SocketFlags.None, cancellationToken);
            }
        }
        catch (SocketException)
        {
            // The orchestrator was killed.
        }
        catch (InvalidDataException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
        }
    }

    private bool IsPaid()
    {
        var target = HeadFields.Target(request.Head);
        return target.SequenceEqual(stage switch
        {
            FakeStage.Parse => "POST /parse"u8,
            FakeStage.Image => "POST /generate-image"u8,
            FakeStage.Video => "POST /generate-video"u8,
            _ => "POST /compose"u8,
        });
    }

    private async ValueTask<ReadOnlyMemory<byte>> SellAsync(Question question, CancellationToken cancellationToken)
    {
        var (book, settings) = (desk.Book, desk.Settings);
        var delay = settings.Delays[(int)stage];
        var now = book.Now;
        var (standing, sale) = book.Ask(question, now);
        if (settings.AcceptsVideo && stage == FakeStage.Video)
        {
            if (standing == Standing.New)
            {
                desk.Operations.Add(sale.Number, new FakeOperation(question.Unit, now + (delay * TimeSpan.TicksPerMillisecond), delay));
                book.Sell(question, sale, now);
            }

            return answers.Accepted(sale.Number);
        }

        if (standing == Standing.Running)
        {
            return answers.Answer("409 Conflict", """{"success":false,"error":{"code":"CONFLICT","message":"The first question under this key is still running.","retryable":true}}"""u8);
        }

        if (standing == Standing.New)
        {
            if (delay > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(delay), desk.Time, cancellationToken);
            }

            book.Sell(question, sale, book.Now);
        }

        return answers.Success(question.Unit, delay);
    }

    private ReadOnlyMemory<byte> Tell()
    {
        var target = HeadFields.Target(request.Head);
        var poll = "GET /operations/"u8;
        if (target.StartsWith(poll) && Utf8Parser.TryParse(target[poll.Length..], out int number, out _))
        {
            return Poll(number);
        }

        switch (Encoding.Latin1.GetString(target))
        {
            case "GET /capabilities":
                return Json($$"""
                    {"service":"{{Services[(int)stage]}}","version":"1","idempotency":true,"operations":false,"limits":{},
                     "providers":[{"name":"fake","model":"fake","price":{"per":"call","usd":{{Prices.Of(stage)}}},"typical_seconds":{{(stage == FakeStage.Video ? desk.Settings.TypicalVideoSeconds : 0)}}}]}
                    """);
            case "GET /health":
                return Json($$"""{"status":"healthy","service":"{{Services[(int)stage]}}","version":"1"}""");
            case "POST /begin":
                desk.Begin(JsonSerializer.Deserialize(request.Body, FakeJson.Default.FakeSettings)!);
                return Json("{}");
            case "POST /change":
                desk.Settings = JsonSerializer.Deserialize(request.Body, FakeJson.Default.FakeSettings)!;
                return Json("{}");
            case "POST /mark":
                desk.Book.Mark();
                return Json("{}");
            case "GET /progress":
                return Json(JsonSerializer.Serialize(desk.Book.Progress(), FakeJson.Default.FakeProgress));
            case "GET /report":
                return Json(JsonSerializer.Serialize(desk.Book.Report(), FakeJson.Default.FakeReport));
            default:
                return answers.Answer("404 Not Found", "{}"u8);
        }
    }

    private ReadOnlyMemory<byte> Poll(int number)
    {
        desk.Book.Poll();
        return desk.Operations.Find(number) switch
        {
            null => answers.Answer("404 Not Found", "{}"u8),
            { } operation when desk.Book.Now < operation.ReadyAt => answers.Running(number),
            { } operation => answers.Ended(number, operation.Unit, operation.Delay),
        };
    }

    private ReadOnlyMemory<byte> Json(string text) => answers.Answer("200 OK", Encoding.UTF8.GetBytes(text));
}
