using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Testing.Brokers;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Postgres;
using Reelwright.Testing.Time;

namespace Reelwright.Testing.Clusters;

/// <summary>
/// Holds book, database and API against each other when everything is over: 1 every accepted job has ended, 2 nothing was bought twice, 3
/// settled calls never changed, 4 events without gaps, 5 nobody wrote into what was another's, 6 no more calls at once than allowed, 7 how
/// long recovery took, 8 all costs agree, 9 no secret in the logs.
/// </summary>
public sealed class ClusterCheck(Cluster cluster)
{
    private const int JobsAskedOfTheApi = 20;
    private static readonly string[] Terminal = ["completed", "failed", "cancelled"];

    // As they are, as they stand in URLs, and as either stands in a line of JSON.
    private static readonly IReadOnlyList<string> Secrets =
    [
        .. new[] { PostgresServer.Password, ClusterPlan.ServiceToken, ClusterPlan.MediaKey }.Concat(RabbitBroker.Secrets)
            .SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret) })
            .SelectMany(secret => new[] { secret, JsonEncodedText.Encode(secret).Value })
            .Distinct(),
    ];

    private readonly List<string> violations = [];

    /// <summary>
    /// Services that may be asked, and bought from, again when an answer is lost: <c>in_doubt: retry</c> without idempotency.
    /// </summary>
    public IReadOnlyCollection<string> MayBuyAgain { get; init; } = [];

    /// <summary>Calls at once that a service allows, by its name.</summary>
    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

    /// <summary>How long what was accepted may still take.</summary>
    public TimeSpan Bound { get; init; } = TimeSpan.FromSeconds(60);

    public async Task<ClusterReport> RunAsync(CancellationToken cancellationToken)
    {
        await WaitForEndsAsync(cancellationToken);
        var facts = ClusterFacts.Parse(await cluster.QueryAsync(Audit.Facts, cancellationToken));
        var book = await cluster.Services.ReadBookAsync(cancellationToken);
        violations.AddRange(facts.Findings);
        CheckAccepted(facts);
        foreach (var job in facts.Jobs)
        {
            CheckJob(job, book.For(job.Id.ToString()));
        }

        await CheckPeaksAsync(cancellationToken);
        await CheckApiAsync(facts, cancellationToken);
        CheckLogs();
        return new ClusterReport(
            violations,
            facts.Jobs.CountBy(job => job.Status).ToDictionary(),
            [.. facts.Recoveries.Select(seconds => TimeSpan.FromSeconds(seconds))],
            facts.Claims);
    }

    private async Task WaitForEndsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Eventually.Within(Bound, async () => (await cluster.QueryAsync("SELECT count(*) FROM job_work", cancellationToken)).Trim() == "0", cancellationToken);
        }
        catch (TimeoutException)
        {
            violations.Add("1: " + await cluster.QueryAsync(
                "SELECT 'not ended: ' || string_agg(format('%s node=%s parked=%s run_at=%s deaths=%s', w.job_id, n.life, w.parked, w.run_at, w.deaths), '; ') FROM (SELECT * FROM job_work LIMIT 10) w LEFT JOIN audit.nodes n ON n.id = w.node",
                cancellationToken));
        }
    }

    private void CheckAccepted(ClusterFacts facts)
    {
        var missing = cluster.Accepted.Except(facts.Jobs.Select(job => job.Id)).ToList();
        Demand(missing.Count == 0, $"1: accepted and gone: {string.Join(", ", missing)}");
        var more = facts.Jobs.Count - cluster.Accepted.Count;
        Demand(more <= cluster.Doubtful, $"1: {more} more jobs than were accepted, of which at most {cluster.Doubtful} are in doubt");
    }

    private void CheckJob(JobFacts job, Book book)
    {
        Demand(Terminal.Contains(job.Status), $"1: {job.Id} is {job.Status}");
        foreach (var twice in book.BoughtTwice.Where(words => !MayBuyAgain.Any(service => words.Contains(StageOf(service), StringComparison.Ordinal))))
        {
            violations.Add($"2: {twice}");
        }

        Demand(job.WonTwice == 0, $"2: {job.Id} has calls that succeeded twice");
        Demand(job.Events == job.LastEvent, $"4: {job.Id} has {job.Events} events, the last is {job.LastEvent}");
        Demand(job.LastKind == "done" && job.Endings == job.Rounds, $"4: {job.Id} was told to be over {job.Endings} times in {job.Rounds} rounds; its last event is {job.LastKind}");
        Demand(job.Total == job.Ledger && job.Total == job.Stages, $"8: {job.Id} costs {job.Total}, by stages {job.Stages}, by its ledger {job.Ledger}");

        // What is in doubt is counted here with what is reserved; what a service sold twice, because it can't be asked, is on nobody's
        // bill but its own.
        var inDoubt = job.Reserved > 0 || (MayBuyAgain.Count > 0 && book.BoughtTwice.Count > 0);
        Demand(inDoubt ? book.Charged >= job.Total : book.Charged == job.Total, $"8: {job.Id} costs {job.Total} with {job.Reserved} reserved, and was charged {book.Charged}");
    }

    private async Task CheckPeaksAsync(CancellationToken cancellationToken)
    {
        foreach (var (service, limit) in Limits)
        {
            var peak = (await cluster.Services.StatisticsAsync(service, cancellationToken)).Peak;
            Demand(peak <= limit, $"6: {service} had {peak} calls at once, and allows {limit}");
        }
    }

    private async Task CheckApiAsync(ClusterFacts facts, CancellationToken cancellationToken)
    {
        if (cluster.Nodes.FirstOrDefault(node => !node.Process.HasExited) is { } node)
        {
            // It may have been started a moment ago.
            await node.Process.WaitUntilHealthyAsync(cancellationToken);
            foreach (var job in facts.Jobs.Take(JobsAskedOfTheApi))
            {
                var view = await node.Api.GetAsync(job.Id, cancellationToken);
                Demand(view.Status == job.Status && view.Cost.Total == job.Total, $"8: {job.Id} is {job.Status} for {job.Total}, and is told to be {view.Status} for {view.Cost.Total}");
            }
        }
    }

    private void CheckLogs()
    {
        foreach (var line in cluster.Nodes.SelectMany(node => node.Logs).Where(line => Secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal))))
        {
            violations.Add($"9: a secret in the log: {line}");
        }
    }

    private void Demand(bool holds, string violation)
    {
        if (!holds)
        {
            violations.Add(violation);
        }
    }

    private static string StageOf(string service) => service switch
    {
        ServiceNames.PromptParser => "prompt_parsing",
        ServiceNames.ImageGeneration => "image_generation",
        ServiceNames.VideoGeneration => "video_generation",
        _ => "composition",
    };
}
