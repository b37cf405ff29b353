using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Storage.Sqlite;

namespace Reelwright.Serving;

/// <summary>A job that a server found unfinished in its data folder.</summary>
/// <param name="Begun">False when it still waited in the queue.</param>
/// <param name="At">When it last changed.</param>
internal sealed record UnfinishedJob(Guid Id, bool Begun, DateTimeOffset At)
{
    private const int Most = 100;

    /// <summary>The owner of every job while the API asks for no key.</summary>
    private const string Owner = "local";

    /// <summary>For the person whose command starts the server.</summary>
    public string Remark => string.Create(
        CultureInfo.InvariantCulture,
        $"Going on with job {Id}, {(Begun ? "interrupted" : "queued")} at {At.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC.");

    /// <summary>Of an embedded database, which one server has to itself. Jobs of a shared one may be in the works on other nodes.</summary>
    public static async Task<IReadOnlyList<UnfinishedJob>> FindAsync(IServiceProvider orchestrator, CancellationToken cancellationToken)
    {
        if (orchestrator.GetRequiredService<IJobStore>() is not SqliteJobStore store)
        {
            return [];
        }

        var found = new List<JobRecord>();
        foreach (var state in (JobState[])[JobState.Processing, JobState.Queued])
        {
            found.AddRange(await store.ListAsync(new JobFilter { Owner = Owner, State = state, Limit = Most }, cancellationToken));
        }

        return [.. found.Select(job => new UnfinishedJob(job.Id.Value, job.State == JobState.Processing, job.UpdatedAt))];
    }
}
