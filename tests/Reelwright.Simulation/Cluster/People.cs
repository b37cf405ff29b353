using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Cluster;

/// <summary>Clients and operators: what they ask of the API is done by the real store.</summary>
internal sealed class People(SimWorld world)
{
    public const string Owner = "ada";

    private readonly Dictionary<int, int> endings = [];

    public void Create(JobPlan job) => Ask(async () =>
    {
        var id = world.AddJob(job);
        var created = new NewJob
        {
            Id = id,
            Owner = Owner,
            Prompt = "An ad for a quiet kettle",
            Duration = 30,
            AspectRatio = "9:16",
            BrandGuidelines = null,
            Request = SimStage.RequestOf(job.Scenes),
            CostLimit = job.CostLimit,
            Priority = job.Priority,
        };
        await world.Database.Store.CreateAsync(created, CancellationToken.None);
        world.Story.Tell($"a client creates job {job.Number} with {job.Scenes} scenes and a limit of ${job.CostLimit}");
        world.Nudge();
    });

    public void Cancel(int job) => Ask(async () =>
    {
        var outcome = await world.Database.Store.CancelAsync(Owner, world.IdOf(job), CancellationToken.None);
        world.Story.Tell($"a client cancels job {job}: {outcome.Result}");
        if (outcome is { Result: ChangeResult.Done, State: JobState.Cancelled })
        {
            world.Oracle.Ended(job);
            Ended(job);
        }

        world.Nudge(world.IdOf(job));
    });

    public void Delete(int job) => Ask(async () =>
    {
        var outcome = await world.Database.Store.DeleteAsync(Owner, world.IdOf(job), CancellationToken.None);
        world.Story.Tell($"a client deletes job {job}: {outcome.Result}");
        if (outcome.Result == ChangeResult.Done)
        {
            world.Oracle.Deleted(job);
        }
    });

    /// <summary>The job has ended: whoever meant to retry it does so some time later.</summary>
    public void Ended(int job)
    {
        var nth = endings[job] = endings.GetValueOrDefault(job) + 1;
        foreach (var retry in world.Plan.Happenings.Where(one => one.Kind == HappeningKind.RetryJob && one.Job == job && one.Nth == nth))
        {
            world.Later(retry.Seconds, () => Retry(retry));
        }
    }

    public void Limit(string service, int limit) => Ask(async () =>
    {
        await world.Database.Store.SetLimitAsync(service, limit == 0 ? null : limit, CancellationToken.None);
        world.Story.Tell($"the operator limits {service} to {(limit == 0 ? "any number of calls" : $"{limit} calls at once")}");
    });

    private void Retry(Happening retry) => Ask(async () =>
    {
        var id = world.IdOf(retry.Job);
        var before = await world.Database.Reader.CallsAsync(Owner, id, CancellationToken.None);
        var outcome = await world.Database.Store.RetryAsync(Owner, id, new RetryTerms(retry.Consent, retry.CostLimit), CancellationToken.None);
        world.Story.Tell($"a client retries job {retry.Job} {(retry.Consent ? "and accepts a double payment" : "without accepting a double payment")}: {outcome.Result}");
        if (outcome.Result == ChangeResult.Done)
        {
            var after = await world.Database.Reader.CallsAsync(Owner, id, CancellationToken.None);
            world.Oracle.Retried(retry, before ?? [], after ?? []);
            world.Nudge();
        }
        else if (outcome.Result == ChangeResult.NeedsAcceptance)
        {
            // The person reads the refusal. What else the plan has for this job hangs on its next end.
            Ended(retry.Job);
        }
    });

    private void Ask(Func<Task> request) => world.DatabaseActor.Run(request);
}
