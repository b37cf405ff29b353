using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Api;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Storage.Sqlite;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>A job that a server found unfinished in its data folder.</summary>
/// <param name="Begun">False when it still waited in the queue.</param>
/// <param name="At">When it last changed.</param>
internal sealed record UnfinishedJob(Guid Id, bool Begun, DateTimeOffset At)
{
    private const int Most = 100;
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(3);

    /// <summary>The owner of every job while the API asks for no key.</summary>
    private const string Owner = "local";

    /// <summary>For the person whose command starts the server.</summary>
    public string Remark => string.Create(
        CultureInfo.InvariantCulture,
        $"Going on with job {Id}, {(Begun ? "interrupted" : "queued")} at {At.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC.");

    /// <summary>For the person whose command ends, and with it the server that worked on these jobs.</summary>
    /// <param name="where">The options by which a later command finds the jobs.</param>
    public static string FarewellTo(IReadOnlyList<Guid> jobs, IReadOnlyList<string> where) =>
        $"Not finished yet: {(jobs.Count == 1 ? "job" : $"{jobs.Count} jobs, such as")} {jobs[0]}. Go on with: {ProgramName.With(["jobs", "watch", jobs[0].ToString(), .. where])}";

    /// <summary>Those of the jobs that have not ended. A server that does not answer in time is asked no further.</summary>
    public static async Task<IReadOnlyList<Guid>> StillAsync(OrchestratorClient client, IReadOnlyList<Guid> jobs, TimeProvider time)
    {
        using var patience = new CancellationTokenSource(AnswersWithin, time);
        var unfinished = new List<Guid>();
        try
        {
            foreach (var job in jobs)
            {
                if ((await client.FindAsync(job, patience.Token)).Status is "queued" or "processing")
                {
                    unfinished.Add(job);
                }
            }
        }
        catch (Exception problem) when (problem is ApiProblemException or HttpRequestException or IOException or OperationCanceledException)
        {
            // The server reports its own end; what is known by now is said.
        }

        return unfinished;
    }

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
