using System.Text.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Generating;
using Reelwright.Serving;
using Reelwright.Terminal;

namespace Reelwright.Watching;

/// <summary>Stays with a job until it ends, brings home what it made, and says how it went.</summary>
/// <param name="Film">Where the film goes; null to leave it on the server, unless the server ends with this command and its URLs with it.</param>
/// <param name="Data">The data folder if one was named, for the command that resumes the job.</param>
internal sealed record JobWatch(Guid Job, string? Film, string? Data, bool Json)
{
    /// <summary>Returns the exit code.</summary>
    public async Task<int> RunAsync(ServerSession session, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
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
                throw new CommandException(ExitCodes.Unreachable, $"{gone.Message}. The job goes on when its server runs again. Watch it with: {Resume()}", gone);
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
                "failed" => Fail(ended),
                _ => Report(ended, ExitCodes.Cancelled, $"Job {Job} was cancelled after {Screen.Money(ended.Cost.Total)}. What was paid for is kept: {ProgramName.With("jobs", "retry", Job.ToString())}"),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Screen.Remark(session.IsOwn
                ? $"Stopping. Job {Job} is kept, with all that is paid for. Go on with: {Resume()}"
                : $"Job {Job} goes on at {session.Client.Server}. Watch it with: {Resume()}");
            return ExitCodes.Interrupted;
        }
        catch (OperationCanceledException) when (session.Died.IsCancellationRequested)
        {
            throw new CommandException(ExitCodes.Unreachable, $"The server ended unexpectedly. Its last words:\n{session.LastWords}\nThe job is kept. Go on with: {Resume()}");
        }
    }

    private async Task<int> DeliverAsync(ServerSession session, JobView job, TimeSpan taken, CancellationToken cancellationToken)
    {
        var result = job.Result!.Value.Deserialize(WireJson.Wire.JobResult)!;
        var film = Film ?? (session.IsOwn ? FilmPath.Choose(null, job.Request.GetProperty("prompt").GetString()!) : null);
        var files = film is null ? null : await DownloadedFilm.FetchAsync(session.Client, result, film, cancellationToken);
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

    private int Fail(JobView job)
    {
        var error = job.Error!.Value.Deserialize(WireJson.Wire.JobError)!;
        string[] accept = error.Code == "PAYMENT_IN_DOUBT" ? ["--accept-double-payment"] : [];
        var retry = ProgramName.With(["jobs", "retry", .. accept, Job.ToString()]);
        var reason = error.Details.LastError is { Length: > 0 } last && !error.Message.Contains(last, StringComparison.Ordinal) ? $" ({last})" : string.Empty;
        return Report(job, ExitCodes.Failed, $"The job failed, {error.Code}: {error.Message}{reason}\n{Screen.Money(job.Cost.Total)} was spent and is kept. Try again, paying only for what is missing: {retry}");
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

    private string Resume()
    {
        string[] data = Data is null ? [] : ["--data", Data];
        string[] film = Film is null ? [] : ["--out", Film];
        return ProgramName.With(["jobs", "watch", Job.ToString(), .. data, .. film]);
    }
}
