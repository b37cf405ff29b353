using Reelwright.Engine.Exchange;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Running;

/// <summary>What a call probably costs. What the service has billed in this job corrects a price that it announced too low.</summary>
internal static class Estimates
{
    public static decimal Of(PlannedCall planned, StageContext context)
    {
        var estimate = Announced(planned, context.Traits);
        foreach (var (index, cost) in context.Snapshot.BilledIn(context.Stage.Name))
        {
            var seconds = context.Planned.FirstOrDefault(call => call.Index == index)?.Seconds ?? 0;
            var isBySecond = context.Traits.PricePerSecond > 0 && seconds > 0 && planned.Seconds > 0;
            estimate = Math.Max(estimate, isBySecond ? decimal.Round(cost / seconds * planned.Seconds, 6, MidpointRounding.ToPositiveInfinity) : cost);
        }

        return estimate;
    }

    /// <summary>
    /// How many calls of the stage may be on their way at once. While a price that is lower than usual has not been billed once, only as
    /// many as the job's limit bears at the usual price, and at least one.
    /// </summary>
    public static int MostAtOnce(StageContext context, int most)
    {
        var (job, traits) = (context.Job, context.Traits);
        var isTrusted = traits.PriceProven || context.Snapshot.BilledIn(context.Stage.Name).Any()
            || context.Planned.All(planned => Announced(planned, traits) >= traits.UsualPricePerCall);
        if (isTrusted)
        {
            return most;
        }

        var affordable = decimal.Floor((job.CostLimit - context.Snapshot.Settled - context.InDoubt) / traits.UsualPricePerCall);
        return (int)Math.Clamp(affordable, 1, most);
    }

    private static decimal Announced(PlannedCall planned, ServiceTraits traits) => traits.PricePerCall + (traits.PricePerSecond * planned.Seconds);
}
