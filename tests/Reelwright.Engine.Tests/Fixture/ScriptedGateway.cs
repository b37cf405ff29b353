using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>
/// The wire's stand-in: services that do what a test scripted for a call and succeed otherwise. It keeps the answer to each key, as an
/// idempotent service does, and a book of what it sold.
/// </summary>
internal sealed class ScriptedGateway : ServiceGateway
{
    private readonly Lock gate = new();
    private readonly Dictionary<CallSlot, Queue<Func<LedgerCall, CancellationToken, Task<CallOutcome>>>> sends = [];
    private readonly Dictionary<CallSlot, Queue<CallOutcome>> polls = [];
    private readonly Dictionary<CallSlot, Queue<CallOutcome>> stops = [];
    private readonly Dictionary<CallSlot, Queue<CallOutcome>> lookUps = [];
    private readonly Dictionary<string, CallOutcome.Succeeded> kept = [];
    private readonly List<LedgerCall> sent = [];
    private readonly List<LedgerCall> polled = [];
    private readonly List<LedgerCall> stopped = [];
    private readonly List<LedgerCall> lookedUp = [];
    private readonly List<CallId> sold = [];
    private int atOnce;
    private int mostAtOnce;

    public Func<string, ServiceTraits> TraitsOf { get; set; } = _ => Traits.Idempotent;

    public decimal Price { get; set; } = 0.25m;

    /// <summary>What the cached answers name is gone.</summary>
    public bool HasLostMedia { get; set; }

    /// <summary>The most questions that were open at a time.</summary>
    public int MostAtOnce => Volatile.Read(ref mostAtOnce);

    /// <summary>Questions that left for a service, in order, with repetitions.</summary>
    public IReadOnlyList<LedgerCall> Sent => Copy(sent);

    public IReadOnlyList<LedgerCall> Polled => Copy(polled);

    public IReadOnlyList<LedgerCall> Stopped => Copy(stopped);

    public IReadOnlyList<LedgerCall> LookedUp => Copy(lookedUp);

    /// <summary>What the services did and billed.</summary>
    public IReadOnlyList<CallId> Sold => Copy(sold);

    /// <summary>The next questions of this call end like this, one after the other.</summary>
    public void Answer(string stage, int index, params CallOutcome[] outcomes)
    {
        foreach (var outcome in outcomes)
        {
            Script(stage, index, (_, _) => Task.FromResult(outcome));
        }
    }

    /// <summary>The next question of this call is done and billed, but its answer is lost.</summary>
    public void LoseAnswer(string stage, int index) => Script(stage, index, (call, _) =>
    {
        Sell(call);
        return Task.FromResult<CallOutcome>(new CallOutcome.Unknown("The connection was reset", null));
    });

    /// <summary>The next question of this call stays open until the test answers it.</summary>
    public OpenQuestion Hold(string stage, int index)
    {
        var held = new OpenQuestion(this);
        Script(stage, index, held.AskAsync);
        return held;
    }

    /// <summary>The next polls of this call end like this; without a script an operation has succeeded.</summary>
    public void AnswerPoll(string stage, int index, params CallOutcome[] outcomes) => Enqueue(polls, stage, index, outcomes);

    /// <summary>The next attempts to stop this call end like this; without a script the service can't tell.</summary>
    public void AnswerStop(string stage, int index, params CallOutcome[] outcomes) => Enqueue(stops, stage, index, outcomes);

    /// <summary>From now on polls and stops have no script.</summary>
    public void ForgetScripts()
    {
        lock (gate)
        {
            polls.Clear();
            stops.Clear();
        }
    }

    /// <summary>The next look-ups of this call end like this; without a script the service has none.</summary>
    public void AnswerLookUp(string stage, int index, params CallOutcome[] outcomes) => Enqueue(lookUps, stage, index, outcomes);

    public override ValueTask<ServiceTraits> DescribeAsync(string service, CancellationToken cancellationToken) => ValueTask.FromResult(TraitsOf(service));

    public override Task<string?> CopyAnswerAsync(LedgerCall from, LedgerCall to, CancellationToken cancellationToken) =>
        Task.FromResult(HasLostMedia ? null : from.Response);

    public override async Task<CallOutcome> SendAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        Func<LedgerCall, CancellationToken, Task<CallOutcome>>? scripted;
        lock (gate)
        {
            sent.Add(call);
            mostAtOnce = Math.Max(mostAtOnce, ++atOnce);
            scripted = sends.TryGetValue(CallSlot.Of(call), out var script) && script.Count > 0 ? script.Dequeue() : null;
        }

        try
        {
            await Task.Yield();
            return scripted is null ? Sell(call) : await scripted(call, cancellationToken);
        }
        finally
        {
            lock (gate)
            {
                atOnce--;
            }
        }
    }

    public override Task<CallOutcome> PollAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            polled.Add(call);
        }

        return Task.FromResult(Next(polls, call) ?? Sell(call));
    }

    public override Task<CallOutcome> FindAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            lookedUp.Add(call);
        }

        return Task.FromResult(Next(lookUps, call) ?? new CallOutcome.Unknown("The service has no look-up", null));
    }

    public override Task<CallOutcome> StopAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            stopped.Add(call);
        }

        return Task.FromResult(Next(stops, call) ?? new CallOutcome.Unknown("The service has no operations", null));
    }

    /// <summary>Does the work once for each key and answers the same ever after.</summary>
    public CallOutcome.Succeeded Sell(LedgerCall call)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(call.IdempotencyKey, out var answer))
            {
                answer = new CallOutcome.Succeeded($$"""{"made":"{{call.Id.Stage}} {{call.Id.Index}}"}""", Price, "scripted");
                kept.Add(call.IdempotencyKey, answer);
                sold.Add(call.Id);
            }

            return answer;
        }
    }

    private void Script(string stage, int index, Func<LedgerCall, CancellationToken, Task<CallOutcome>> answer)
    {
        lock (gate)
        {
            QueueOf(sends, new CallSlot(stage, index)).Enqueue(answer);
        }
    }

    private void Enqueue(Dictionary<CallSlot, Queue<CallOutcome>> scripts, string stage, int index, CallOutcome[] outcomes)
    {
        lock (gate)
        {
            foreach (var outcome in outcomes)
            {
                QueueOf(scripts, new CallSlot(stage, index)).Enqueue(outcome);
            }
        }
    }

    private CallOutcome? Next(Dictionary<CallSlot, Queue<CallOutcome>> scripts, LedgerCall call)
    {
        lock (gate)
        {
            return scripts.TryGetValue(CallSlot.Of(call), out var script) && script.Count > 0 ? script.Dequeue() : null;
        }
    }

    private static Queue<T> QueueOf<T>(Dictionary<CallSlot, Queue<T>> scripts, CallSlot slot)
    {
        if (!scripts.TryGetValue(slot, out var script))
        {
            scripts.Add(slot, script = new Queue<T>());
        }

        return script;
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (gate)
        {
            return [.. list];
        }
    }
}
