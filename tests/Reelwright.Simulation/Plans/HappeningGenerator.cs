using Reelwright.Contracts.Services;
using Reelwright.Simulation.Scheduling;

namespace Reelwright.Simulation.Plans;

/// <summary>Draws what goes wrong and what people do.</summary>
internal sealed class HappeningGenerator(SimRandom random, IReadOnlyList<ServiceProfile> services, int nodes)
{
    private static readonly double[] RetryDelays = [0.5, 5, 40];

    public IReadOnlyList<Happening> Draw(IReadOnlyList<JobPlan> jobs)
    {
        var happenings = new List<Happening>();
        foreach (var job in jobs)
        {
            // Many lives are nearly calm: a story of one fault is found and read more easily than one of ten.
            var faults = random.Pick(0, 1, 1, 2, 2, 3, 5);
            for (var i = 0; i < faults; i++)
            {
                happenings.Add(random.Chance(0.7) ? Wire(job) : Blow(job));
            }

            happenings.AddRange(Client(job));
        }

        for (var i = random.Pick(0, 0, 1, 1, 2, 3); i > 0; i--)
        {
            happenings.Add(Incident());
        }

        if (random.Chance(0.15))
        {
            happenings.Add(Operator());
        }

        return happenings;
    }

    private Happening Wire(JobPlan job)
    {
        var service = services[random.Below(services.Count)];
        var kind = random.Chance(0.65) ? ExchangeKind.Post : random.Pick(ExchangeKind.Poll, ExchangeKind.Poll, ExchangeKind.Find, ExchangeKind.Stop);
        var fault = kind == ExchangeKind.Post ? random.Pick<WireFault>(WireFaults.OfPosts) : random.Pick<WireFault>(WireFaults.OfOthers);
        if (kind == ExchangeKind.Find && (fault is WireFault.NotFound or WireFault.OtherId))
        {
            // A look-up that denies what was sold, or names another operation, can't be told from the truth.
            fault = WireFault.Unavailable;
        }

        if (fault == WireFault.RequestTwice && !service.Idempotent)
        {
            fault = WireFault.AnswerLost;
        }

        if (fault == WireFault.Stuck && !service.Answers202)
        {
            fault = WireFault.AnswerLate;
        }

        if (fault == WireFault.SourceUnusable && service.Service != ServiceNames.Composition)
        {
            fault = WireFault.WorkFails;
        }

        return new Happening
        {
            Kind = HappeningKind.Wire,
            Job = job.Number,
            Service = service.Service,
            Index = service.Service == ServiceNames.VideoGeneration ? random.Below(job.Scenes) : 0,
            Exchange = kind,
            Nth = random.Chance(0.7) ? 1 : 1 + random.Below(4),
            Fault = fault,
        };
    }

    /// <summary>Something that hits a node at a certain step of a job.</summary>
    private Happening Blow(JobPlan job) => new()
    {
        Kind = random.Pick(
            HappeningKind.KillAfterCommit, HappeningKind.LoseCommit, HappeningKind.PauseAfterCommit, HappeningKind.KillAfterSend, HappeningKind.PauseAfterSend),
        Job = job.Number,
        Nth = 1 + random.Below(8),
        Seconds = random.Chance(0.5) ? random.Between(0.1, 4) : random.Between(8, 40),
    };

    private IEnumerable<Happening> Client(JobPlan job)
    {
        if (random.Chance(0.25))
        {
            yield return random.Chance(0.5)
                ? new Happening { Kind = HappeningKind.CancelJob, Job = job.Number, At = job.At + random.Between(0, 12) }
                : new Happening { Kind = HappeningKind.CancelAfterSend, Job = job.Number, Nth = 1 + random.Below(4), Seconds = random.Between(0, 0.5) };
        }

        for (var ending = 1; ending <= 3 && random.Chance(0.6); ending++)
        {
            yield return new Happening
            {
                Kind = HappeningKind.RetryJob,
                Job = job.Number,
                Nth = ending,
                Seconds = random.Pick<double>(RetryDelays),
                Consent = random.Chance(0.5),
                CostLimit = random.Chance(0.2) ? job.CostLimit * 2 : null,
            };
        }

        if (random.Chance(0.03))
        {
            yield return new Happening { Kind = HappeningKind.DeleteJob, Job = job.Number, At = job.At + random.Between(20, 200) };
        }
    }

    private Happening Incident() => new()
    {
        Kind = random.Pick(HappeningKind.KillNode, HappeningKind.KillNode, HappeningKind.StopNode, HappeningKind.PauseNode, HappeningKind.LoseDatabase),
        At = random.Between(0, 15),
        Node = random.Below(nodes),
        Seconds = random.Chance(0.5) ? random.Between(0.1, 5) : random.Between(8, 60),
    };

    private Happening Operator()
    {
        var service = services[random.Below(services.Count)];
        return new Happening
        {
            Kind = random.Pick(HappeningKind.MoveService, HappeningKind.ChangeAccount, HappeningKind.Declare, HappeningKind.LimitService),
            At = random.Between(0.5, 10),
            Service = service.Service,
            Seconds = random.Between(0.5, 10),
            Consent = service.Idempotent && random.Chance(0.5),
            Limit = random.Below(4),
        };
    }
}
