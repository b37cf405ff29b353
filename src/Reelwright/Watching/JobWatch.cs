using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Reelwright.Api;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Generating;
using Reelwright.Serving;
using Reelwright.Terminal;

namespace Reelwright.Watching;

/// <summary>Stays with a job until it ends, brings home what it made, and says how it went.</summary>
/// <param name="Film">Where the film goes; null to leave it on the server, unless the server ends with this command and its URLs with
/// it.</param>
/// <param name="Where">The options by which a later command finds the job: <c>--data</c> or <c>--server</c> with its value.</param>
internal sealed record JobWatch(Guid Job, string? Film, IReadOnlyList<string> Where, bool Json)
{
    private const string ServerLimit = "Reelwright__Ads__MaxCostUsd";

    /// <summary>Returns the exit code.</summary>
    public async Task<int> RunAsync(ServerSession session, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        session.Watched = Job;
        while (true)
        {
            try
            {
                return await WatchAsync(session, time, started, cancellationToken);
            }
            catch (ServerGoneException) when (session.CanReopen)
            {
                Screen.Remark($"{session.Client.Server} is gone.");
                await session.ReopenAsync(cancellationToken);
            }
            catch (ServerGoneException gone)
            {
                throw new CommandException(ExitCodes.Unreachable, $"{gone.Message}. The job goes on when its server runs again. Watch it with:\n  {Resume()}", gone);
            }
        }
    }

    private async Task<int> WatchAsync(ServerSession session, TimeProvider time, long started, CancellationToken cancellationToken)
    {
        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Died);
        try
        {
            IProgressDisplay display = Screen.IsLive ? new LiveDisplay(Screen.Remarks, time) : new PlainDisplay(Console.Error, time);
            var follower = new JobFollower(session.Client, session.CanReopen ? JobFollower.Impatience : JobFollower.Patience, time);
            var ended = await display.ShowAsync(follower.FollowAsync(Job, running.Token), running.Token);
            return ended.Status switch
            {
                "completed" => await DeliverAsync(session, ended, time.GetElapsedTime(started), running.Token),
                "failed" => Fail(ended, session.Stays),
                _ => Report(
                    ended,
                    ExitCodes.Cancelled,
                    $"Job {Job} was cancelled after {Screen.Money(ended.Cost.Total)}. What was paid for is kept. Go on with:\n  {Retry()}"),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Screen.Remark(session.Stays
                ? $"Job {Job} goes on at {session.Client.Server}. Watch it with:\n  {Resume()}"
                : $"Job {Job} is kept, with all that is paid for. Go on with:\n  {Resume()}");
            return ExitCodes.Interrupted;
        }
        catch (OperationCanceledException) when (session.Died.IsCancellationRequested)
        {
            throw new CommandException(ExitCodes.Unreachable, $"The server ended unexpectedly. Its last words:\n{session.LastWords}\nThe job is kept. Go on with:\n  {Resume()}");
        }
    }

    private async Task<int> DeliverAsync(ServerSession session, JobView job, TimeSpan taken, CancellationToken cancellationToken)
    {
        var result = job.Result!.Value.Deserialize(WireJson.Wire.JobResult)!;
        var film = Film ?? (session.Stays ? null : FilmPath.Choose(null, job.Request.GetProperty("prompt").GetString()!));
        var files = film is null ? null : await FetchAsync(session, result, film, cancellationToken);
        if (Json)
        {
            WatchReport.WriteJson(Console.Out, job, files, taken);
        }
        else
        {
            WatchReport.WriteText(Console.Out, job, result, files, taken);
        }

        return ExitCodes.Ok;
    }

    private async Task<DownloadedFilm> FetchAsync(ServerSession session, JobResult result, string film, CancellationToken cancellationToken)
    {
        try
        {
            return await DownloadedFilm.FetchAsync(session.Client, result, film, cancellationToken);
        }
        catch (Exception problem) when (problem is HttpIOException or HttpRequestException or IOException { InnerException: SocketException })
        {
            throw new CommandException(
                ExitCodes.Unreachable, $"The film is finished, but fetching it from {session.Client.Server} broke off: {problem.Message} Try again with:\n  {Resume()}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCodes.Failed,
                $"The film is finished and kept, but it can not be saved as {film}: {Reason(problem)} Make room, or fetch it to another place with:\n  {Resume("FILE.mp4")}",
                problem);
        }
    }

    private static string Reason(Exception problem) =>
        problem.Message.StartsWith("No space left", StringComparison.Ordinal) ? "the disk is full." : problem.Message;

    private int Fail(JobView job, bool serverStays)
    {
        var error = job.Error!.Value.Deserialize(WireJson.Wire.JobError)!;
        var reason = error.Details.LastError is { Length: > 0 } last && !error.Message.Contains(last, StringComparison.Ordinal) ? $" ({last})" : string.Empty;
        var next = error.Code switch
        {
            "BUDGET_EXCEEDED" => RaiseLimit(job, serverStays),
            "PAYMENT_IN_DOUBT" => $"Try again, paying only for what is missing, and perhaps once more for each call in doubt:\n  {Retry("--accept-double-payment")}",
            _ => $"Try again, paying only for what is missing:\n  {Retry()}",
        };
        return Report(
            job, ExitCodes.Failed, $"The job failed, {error.Code}: {OptionNames.In(error.Message)}{reason}\n{Spent(job)} {next}");
    }

    private static string Spent(JobView job) => job.InDoubtUsd == 0
        ? $"{Screen.Money(job.Cost.Total)} was spent and is kept."
        : $"{Screen.Money(job.Cost.Total)} was spent and is kept; {Screen.Money(job.InDoubtUsd)} more may have been charged.";

    /// <summary>
    /// The command suggests twice what the job may cost now. The limit of a job that names none is the server's, which a retry cannot
    /// pass.
    /// </summary>
    private string RaiseLimit(JobView job, bool serverStays)
    {
        var own = job.Request.TryGetProperty("max_cost_usd", out var limit) && limit.ValueKind == JsonValueKind.Number ? limit.GetDecimal() : 0;
        var enough = decimal.Ceiling(200 * Math.Max(own, job.Cost.Total + job.InDoubtUsd)) / 100;
        var usd = enough.ToString("0.00", CultureInfo.InvariantCulture);
        var retry = Retry("--max-cost", usd);
        return (own, serverStays) switch
        {
            ( > 0, _) => $"Raise the limit of the job and go on, paying only for what is missing:\n  {retry}",
            (_, true) => $"The limit is the server's: start it again with {ServerLimit}={usd} in its environment, then raise the job's:\n  {retry}",
            _ => $"Raise the limit of the server and of the job, and go on, paying only for what is missing:\n  {ServerLimit}={usd} {retry}",
        };
    }

    private int Report(JobView job, int exitCode, string sentence)
    {
        if (Json)
        {
            WatchReport.WriteJson(Console.Out, job, files: null, taken: null);
        }

        Screen.Remark(sentence);
        return exitCode;
    }

    private string Retry(params string[] options) => ProgramName.With(["jobs", "retry", .. options, Job.ToString(), .. Where]);

    private string Resume(string? film = null)
    {
        string[] target = (film ?? Film) is { } path ? ["--out", path] : [];
        return ProgramName.With(["jobs", "watch", Job.ToString(), .. Where, .. target]);
    }
}
