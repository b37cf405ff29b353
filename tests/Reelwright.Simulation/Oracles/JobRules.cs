using System.Text.Json;
using System.Text.RegularExpressions;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Oracles;

/// <summary>What must hold of a job that has ended.</summary>
internal static partial class JobRules
{
    public static IEnumerable<Violation> Check(SimWorld world, int number, JobFacts facts, StoredJob job) =>
    [
        .. SaleRules.Check(world, number, facts, job),
        .. BillRules.Check(world, number, job),
        .. Reservation(number, job),
        .. Ending(world, number, facts, job),
        .. Results(number, job),
        .. Events(number, job),
    ];

    private static IEnumerable<Violation> Reservation(int number, StoredJob job)
    {
        if (job.Record.Reserved != 0)
        {
            yield return new Violation("M3", number, $"Job {number} has ended and ${job.Record.Reserved} of its budget are still reserved.");
        }
    }

    private static IEnumerable<Violation> Ending(SimWorld world, int number, JobFacts facts, StoredJob job)
    {
        if (!job.Record.State.IsTerminal() && job.Record.State != JobState.AwaitingApproval)
        {
            yield return new Violation("M4", number, $"Job {number} is {job.Record.State.ToWord()}, and nobody works on it.");
        }

        if (job.Record.State == JobState.Completed)
        {
            foreach (var profile in world.Plan.Services)
            {
                var calls = profile.Stage == "video_generation" ? facts.Scenes : 1;
                var done = job.Calls.Count(call => call.Id.Stage == profile.Stage && call.State == CallState.Succeeded && !call.Voided);
                if (done < calls)
                {
                    yield return new Violation("M4", number, $"Job {number} is completed with {done} of {calls} results of {profile.Stage}.");
                }
            }
        }
        else if (IsUndisturbed(world.Plan, number))
        {
            yield return new Violation("M4", number, $"Job {number} is {job.Record.State.ToWord()}, although nothing went wrong: {job.Record.Failure}");
        }
    }

    private static bool IsUndisturbed(Plan plan, int number) =>
        plan.JobDeadline >= 600
        && plan.Jobs.First(job => job.Number == number).CostLimit >= 10
        && !plan.Happenings.Any(one => one.Job == number || one.Kind is not (HappeningKind.Wire or HappeningKind.RetryJob))
        && !plan.Happenings.Any(one => one.Kind == HappeningKind.Wire);

    private static IEnumerable<Violation> Results(int number, StoredJob job)
    {
        foreach (var call in job.Calls.Where(call => call.State == CallState.Succeeded && !call.Cached))
        {
            if (!call.Response!.Contains($"/key={call.IdempotencyKey}/{call.Id.Index}", StringComparison.Ordinal))
            {
                yield return new Violation("M6", number, $"Job {number} has taken a result of another call for {call.Id.Stage}[{call.Id.Index}]: {call.Response}");
            }
        }

        var own = job.Calls.Select(call => call.IdempotencyKey).ToHashSet();
        foreach (var (name, json) in job.Record.Documents)
        {
            if (Keys().Matches(json).FirstOrDefault(match => !own.Contains(match.Groups[1].Value)) is { } strange)
            {
                yield return new Violation("M6", number, $"Job {number} shows a result of another job in \"{name}\": {strange.Value}");
            }
        }
    }

    private static IEnumerable<Violation> Events(int number, StoredJob job)
    {
        var expected = 1L;
        foreach (var item in job.Events)
        {
            if (item.Sequence != expected++)
            {
                yield return new Violation("M7", number, $"Job {number} has the event {item.Sequence} in place {expected - 1}.");
                yield break;
            }
        }

        if (job.Events.LastOrDefault(item => item.Kind is JobEvents.DoneKind or JobEvents.ProgressKind) is { Data: { } data })
        {
            using var told = JsonDocument.Parse(data);
            var state = told.RootElement.GetProperty("status").GetString();
            if (state != job.Record.State.ToWord())
            {
                yield return new Violation("M7", number, $"Watchers of job {number} were last told \"{state}\", and it is {job.Record.State.ToWord()}.");
            }
        }
    }

    [GeneratedRegex("/key=([0-9a-f-]{36})/")]
    private static partial Regex Keys();
}
