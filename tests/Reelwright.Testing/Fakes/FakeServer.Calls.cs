using System.Globalization;
using Reelwright.Testing.Wire;

namespace Reelwright.Testing.Fakes;

/// <content>The paid call.</content>
internal sealed partial class FakeServer
{
    private async Task AnswerCallAsync(RawRequest request, RawConnection connection, CancellationToken cancellationToken)
    {
        var question = FakeQuestion.Read(service, request);
        var attempt = Count(FaultTarget.Call, question.Job, question.Scene);
        book.Write(question.Entry(BookEvent.Asked, attempt));
        using var visit = new Visit(this);
        var fault = settings().Faults.FirstOrDefault(candidate => candidate.Meets(FaultTarget.Call, service, question.Job, question.Scene, attempt));
        if (fault is { Kind: not FaultKind.Slow, Bills: false } and not { Kind: FaultKind.Fail or FaultKind.WrongContract })
        {
            await SpoilAsync(fault, connection, cancellationToken);
            return;
        }

        var (work, isNew) = Take(question, attempt, fault);
        var spoils = fault is { Bills: true, Kind: not FaultKind.Slow } && (isNew || work.Ended.IsCompleted);
        if (spoils || (isNew && !Mine.Operations))
        {
            await work.Ended.WaitAsync(cancellationToken);
        }

        if (spoils)
        {
            await SpoilAsync(fault!, connection, cancellationToken);
            return;
        }

        // Whoever has the answer may ask at once again: the call must have ended before.
        visit.Dispose();
        await AnswerAsync(question, attempt, work, isNew, connection, cancellationToken);
    }

    private Task AnswerAsync(FakeQuestion question, int attempt, FakeWork work, bool isNew, RawConnection connection, CancellationToken cancellationToken)
    {
        if (work.Question.Body != question.Body)
        {
            return connection.AnswerAsync(422, Failure("IDEMPOTENCY_MISMATCH", "the key was used with another body", false, null), cancellationToken);
        }

        if (Mine.Operations && (isNew || !work.Ended.IsCompleted))
        {
            return connection.AnswerAsync(isNew ? 202 : 409, Accepted(work), cancellationToken, ("Location", $"/operations/{work.Id}"));
        }

        if (!work.Ended.IsCompleted)
        {
            return connection.AnswerAsync(409, Failure("CONFLICT", "the first question still runs", true, null), cancellationToken);
        }

        if (!isNew)
        {
            book.Write(question.Entry(BookEvent.Replayed, attempt));
        }

        return connection.AnswerAsync(200, $"{{\"success\":{Word(work.Succeeds)}{work.Envelope}}}", cancellationToken);
    }

    /// <summary>New work, written into the book, or what the key stands for already.</summary>
    private (FakeWork Work, bool IsNew) Take(FakeQuestion question, int attempt, FakeFault? fault)
    {
        lock (gate)
        {
            if (Mine.Idempotent && question.Key is not null && byKey.TryGetValue(question.Key, out var known))
            {
                return (known, false);
            }

            var length = TimeSpan.FromMilliseconds(Mine.DelayMs + (fault?.Kind == FaultKind.Slow ? fault.DelayMs : 0));
            var fails = fault?.Kind == FaultKind.Fail;
            var cost = fails ? fault!.Cost ?? 0 : Mine.Cost ?? 0;
            var envelope = fails
                ? Failure(fault!.Code, fault.Message, fault.Retryable, fault.Cost)["{\"success\":false".Length..^1]
                : Success(fault is { Kind: FaultKind.WrongContract } ? fault.Body ?? "{}" : FakeResults.Make(question, Port, settings().Scenes));
            var work = Begin(question, attempt, envelope, !fails, cost, length);
            if (question.Key is not null)
            {
                byKey[question.Key] = work;
            }

            book.Keep(new KeptAnswer
            {
                Service = service,
                Job = question.Job,
                Scene = question.Scene,
                Key = question.Key,
                Attempt = attempt,
                Cost = cost,
                Succeeds = !fails,
                Request = question.Body,
                Envelope = envelope,
            });
            book.Write(question.Entry(fails ? BookEvent.Failed : BookEvent.Bought, attempt) with { Cost = cost, Request = fails ? null : question.Body });
            return (work, true);
        }
    }

    private string Success(string result) =>
        $",\"result\":{result}{CostMember(Mine.Cost)},\"processing_time\":{(Mine.DelayMs / 1000.0).ToString(CultureInfo.InvariantCulture)},\"provider\":\"fake\"";

    private static string Accepted(FakeWork work) => $$$"""{"operation":{"id":"{{{work.Id}}}","status":"{{{work.Status}}}"}}""";

    private int Count(FaultTarget target, string? job, int scene) => attempts.AddOrUpdate((target, job, scene), 1, (_, before) => before + 1);

    /// <summary>Counts a call while it is at work.</summary>
    private sealed class Visit : IDisposable
    {
        private readonly FakeServer server;
        private int ended;

        public Visit(FakeServer server)
        {
            this.server = server;
            Interlocked.Increment(ref server.calls);
            var now = Interlocked.Increment(ref server.inFlight);
            int seen;
            while ((seen = Volatile.Read(ref server.peak)) < now && Interlocked.CompareExchange(ref server.peak, now, seen) != seen)
            {
            }
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                Interlocked.Decrement(ref server.inFlight);
            }
        }
    }
}
