using Reelwright.Testing.Wire;

namespace Reelwright.Testing.Fakes;

/// <content>Operations: polled, found by key, cancelled.</content>
internal sealed partial class FakeServer
{
    private async Task FindOperationAsync(RawRequest request, RawConnection connection, CancellationToken cancellationToken)
    {
        FakeWork? work;
        lock (gate)
        {
            var key = Uri.UnescapeDataString(request.Query.Split("key=", 2)[^1]);
            byKey.TryGetValue(key, out work);
        }

        await (work is null
            ? connection.AnswerAsync(404, Failure("NOT_FOUND", "no operation under this key", null, null), cancellationToken)
            : connection.AnswerAsync(200, View(work), cancellationToken));
    }

    private async Task AnswerOperationAsync(RawRequest request, RawConnection connection, CancellationToken cancellationToken)
    {
        if (!byId.TryGetValue(Uri.UnescapeDataString(request.Path["/operations/".Length..]), out var work))
        {
            await connection.AnswerAsync(404, Failure("NOT_FOUND", "no such operation", null, null), cancellationToken);
            return;
        }

        if (request.Method == "DELETE")
        {
            await CancelAsync(work);
        }
        else
        {
            Interlocked.Increment(ref polls);
            var attempt = Count(FaultTarget.Poll, work.Question.Job, work.Question.Scene);
            var fault = settings().Faults.FirstOrDefault(candidate => candidate.Meets(FaultTarget.Poll, service, work.Question.Job, work.Question.Scene, attempt));
            if (fault is not null)
            {
                await SpoilAsync(fault, connection, cancellationToken);
                return;
            }
        }

        await connection.AnswerAsync(200, View(work), cancellationToken);
    }

    private async Task CancelAsync(FakeWork work)
    {
        if (work.Status == "running" && await work.StopAsync() && work.Succeeds)
        {
            book.Write(work.Question.Entry(BookEvent.Refunded, work.Attempt) with { Cost = work.Cost });
        }
    }

    private static string View(FakeWork work)
    {
        var operation = $"\"operation\":{{\"id\":\"{work.Id}\",\"status\":\"{work.Status}\"}}";
        return work.Status switch
        {
            "running" => $"{{{operation}}}",
            "cancelled" => $"{{{operation},\"success\":false,\"error\":{{\"code\":\"CANCELLED\",\"message\":\"cancelled\",\"retryable\":true}},\"cost\":0}}",
            _ => $"{{{operation},\"success\":{Word(work.Succeeds)}{work.Envelope}}}",
        };
    }
}
