using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Simulation.Scheduling;

namespace Reelwright.Simulation.Plans;

/// <summary>Draws a world from a seed.</summary>
internal static class PlanGenerator
{
    private static readonly (string Service, string Stage)[] Known =
    [
        (ServiceNames.PromptParser, "prompt_parsing"),
        (ServiceNames.ImageGeneration, "image_generation"),
        (ServiceNames.VideoGeneration, "video_generation"),
        (ServiceNames.Composition, "composition"),
    ];

    public static Plan Draw(ulong seed, int jobs)
    {
        var random = new SimRandom(SimRandom.Mix(seed, 1));
        var services = Known.Where((_, place) => place == 2 || random.Chance(place == 3 ? 0.6 : 0.35))
            .Select(known => DrawService(random, known.Service, known.Stage)).ToList();
        var nodes = random.Chance(0.3) ? 1 : random.Chance(0.8) ? 2 : 3;
        var planned = Enumerable.Range(0, jobs).Select(number => DrawJob(random, number, services)).ToList();
        return new Plan
        {
            Seed = seed,
            ScheduleSeed = SimRandom.Mix(seed, 2),
            Nodes = nodes,
            Services = services,
            Jobs = planned,
            Happenings = new HappeningGenerator(random, services, nodes).Draw(planned),
            JobDeadline = random.Chance(0.15) ? random.Between(10, 60) : 600,
            MaxParallelClips = 1 + random.Below(3),
        };
    }

    private static JobPlan DrawJob(SimRandom random, int number, List<ServiceProfile> services)
    {
        var scenes = 1 + random.Below(3);
        var whole = services.Sum(service => service.Price * (service.Service == ServiceNames.VideoGeneration ? scenes : 1));
        var limit = random.Chance(0.2) ? decimal.Round(whole * (decimal)random.Between(0.4, 1.3), 2) : 10m;
        return new JobPlan(number, random.Between(0, 4), scenes, limit, 5);
    }

    private static ServiceProfile DrawService(SimRandom random, string service, string stage)
    {
        var price = decimal.Round((decimal)random.Between(0.05, 0.5), 2);
        var hasOperations = random.Chance(0.6);
        var answers202 = hasOperations ? random.Chance(0.6) : random.Chance(0.15);
        var costs = random.Chance(0.75) ? CostStyle.Number : random.Pick(CostStyle.Missing, CostStyle.Null, CostStyle.Text, CostStyle.Negative, CostStyle.Huge);
        return new ServiceProfile
        {
            Service = service,
            Stage = stage,
            Idempotent = random.Chance(0.5),
            HasCapabilities = random.Chance(0.85),
            Answers202 = answers202,
            HasOperations = hasOperations,
            Cancel = random.Pick(CancelStyle.Honours, CancelStyle.Honours, CancelStyle.Refuses, CancelStyle.Ignores),
            RegistersAfter = random.Chance(0.5) ? 0 : random.Between(0.1, 8),
            Costs = costs,
            Price = price,
            Bill = random.Chance(0.7) ? price : decimal.Round(price * (decimal)random.Between(0.5, 2), 2),
            FailureBill = costs == CostStyle.Number && random.Chance(0.4) ? 0.03m : 0,
            CancelBill = costs == CostStyle.Number && random.Chance(0.5) ? 0.02m : 0,
            WorkSeconds = random.Chance(0.7) ? random.Between(0.05, 1) : random.Between(1, answers202 ? 20 : 5),
            InDoubt = service == ServiceNames.VideoGeneration || random.Chance(0.5) ? InDoubtPolicy.Fail : InDoubtPolicy.Retry,
            Limit = random.Chance(0.2) ? 1 + random.Below(3) : null,
        };
    }
}
