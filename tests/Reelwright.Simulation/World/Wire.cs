using Reelwright.Simulation.Plans;
using Reelwright.Simulation.Scheduling;
using Reelwright.Simulation.Stories;

namespace Reelwright.Simulation.World;

/// <summary>Carries requests to the providers and answers back, with the faults that the plan has for them.</summary>
internal sealed class Wire(Plan plan, SimTime time, Story story)
{
    /// <summary>Longer than any exchange may take, and shorter than any registration delay that the engine is configured with.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(12);

    private readonly Dictionary<(Slot, ExchangeKind), int> counts = [];
    private readonly Dictionary<(Slot, ExchangeKind, int), WireFault> faults = FaultsOf(plan);

    /// <summary>No more faults: what is left to happen may end well.</summary>
    public bool IsCalm { get; set; }

    /// <summary>Requests that may still arrive.</summary>
    public int OnTheirWay { get; private set; }

    /// <param name="answer">Called with the answer, or with null when the connection breaks. Not called when none comes.</param>
    /// <returns>False when no connection is made.</returns>
    public bool Carry(WireRequest request, Action<ServiceAnswer?> answer)
    {
        var place = (request.Slot, request.Kind);
        var nth = counts[place] = counts.GetValueOrDefault(place) + 1;
        WireFault? fault = !IsCalm && faults.TryGetValue((request.Slot, request.Kind, nth), out var planned) ? planned : null;
        if (fault == WireFault.ConflictRefused && request.Provider.Has(request.Key))
        {
            // The service itself keeps to its first answer.
            fault = null;
        }

        if (story.IsTold)
        {
            story.Tell(fault is { } bad ? $"{request.Describe()}: {bad.Describe()}" : request.Describe());
        }

        if (fault == WireFault.Refused)
        {
            return false;
        }

        Travel(request, fault, new SimRandom(SimRandom.Mix(plan.ScheduleSeed, Salt(request, nth))), story.IsTold ? Told(request, answer) : answer);
        return true;
    }

    private void Travel(WireRequest request, WireFault? fault, SimRandom random, Action<ServiceAnswer?> answer)
    {
        var there = TimeSpan.FromMilliseconds(random.Between(1, 40));
        var back = fault == WireFault.AnswerLate ? Late : TimeSpan.FromMilliseconds(random.Between(1, 40));
        switch (fault)
        {
            case WireFault.RequestLost:
                return;
            case WireFault.RequestReset:
                time.After(there, () => answer(null));
                return;
            case WireFault.Unavailable:
                time.After(there, () => answer(new ServiceAnswer(503, "<h1>503</h1>") { ContentType = "text/html" }));
                return;
            case WireFault.RequestLate:
                time.After(there, () => answer(null));
                Arrive(request, fault, TimeSpan.FromSeconds(random.Between(0.5, Late.TotalSeconds)), _ => { });
                return;
            case WireFault.RequestTwice:
                Arrive(request, fault, there * 3, _ => { });
                break;
            default:
                break;
        }

        Arrive(request, fault, there, given => time.After(back, () => answer(Spoil(given, request, fault))));
    }

    private void Arrive(WireRequest request, WireFault? fault, TimeSpan after, Action<ServiceAnswer> answer)
    {
        OnTheirWay++;
        time.After(after, () =>
        {
            OnTheirWay--;
            Arrive(request, fault, answer);
        });
    }

    private static void Arrive(WireRequest request, WireFault? fault, Action<ServiceAnswer> answer)
    {
        var provider = request.Provider;
        switch (request.Kind)
        {
            case ExchangeKind.Post when fault is { } refusal && refusal.TurnsAway():
                answer(ServiceAnswer.NotFound);
                break;
            case ExchangeKind.Post:
                provider.Take(request.Key, request.Slot, fault, answer);
                break;
            case ExchangeKind.Find:
                answer(provider.FindByKey(request.Key));
                break;
            case ExchangeKind.Stop:
                answer(provider.Stop(request.OperationId));
                break;
            default:
                if (fault == WireFault.Forgotten && provider.Find(request.OperationId) is { } lost)
                {
                    lost.IsForgotten = true;
                }

                answer(provider.Poll(request.OperationId, isBare: fault == WireFault.BareEnvelope));
                break;
        }
    }

    private static ServiceAnswer? Spoil(ServiceAnswer answer, WireRequest request, WireFault? fault) => fault switch
    {
        WireFault.AnswerLost => null,
        WireFault.AnswerCut => answer with { IsCut = true },
        WireFault.EmptyObject => new ServiceAnswer(200, "{}"),
        WireFault.Null => new ServiceAnswer(200, "null"),
        WireFault.Html => new ServiceAnswer(200, "<html>Welcome</html>") { ContentType = "text/html" },
        WireFault.BadGateway => new ServiceAnswer(502, "<h1>502</h1>") { ContentType = "text/html" },
        WireFault.TooMany => new ServiceAnswer(429, "{}") { RetryAfter = "2" },
        WireFault.NotFound => ServiceAnswer.NotFound,
        WireFault.Redirect => new ServiceAnswer(302, "") { Location = "http://elsewhere.test/login" },
        WireFault.BadRequest => new ServiceAnswer(400, """{"detail":"bad"}"""),
        WireFault.ConflictRefused => ServiceAnswer.Refusal("REFUSED"),
        WireFault.OtherId when request.Kind != ExchangeKind.Post => new ServiceAnswer(200, """{"operation":{"id":"777","status":"running"}}"""),
        _ => answer,
    };

    private Action<ServiceAnswer?> Told(WireRequest request, Action<ServiceAnswer?> answer) => given =>
    {
        story.Tell($"{request.Provider.Host} answers {(given is null ? "nothing: the connection breaks" : $"{given.Status} {given.Body}")} about {request.Slot}");
        answer(given);
    };

    private static Dictionary<(Slot, ExchangeKind, int), WireFault> FaultsOf(Plan plan)
    {
        var faults = new Dictionary<(Slot, ExchangeKind, int), WireFault>();
        foreach (var one in plan.Happenings.Where(one => one.Kind == HappeningKind.Wire))
        {
            faults.TryAdd((new Slot(one.Job, one.Service, one.Index), one.Exchange, one.Nth), one.Fault);
        }

        return faults;
    }

    // The times of an exchange depend on nothing but itself, so that dropping other events leaves them as they were.
    private static ulong Salt(WireRequest request, int nth)
    {
        var salt = ((ulong)request.Slot.Job * 7919) + ((ulong)request.Slot.Service.Length * 613) + ((ulong)request.Slot.Index * 131);
        return salt + ((ulong)request.Kind * 17) + ((ulong)nth * 1_000_003);
    }
}
