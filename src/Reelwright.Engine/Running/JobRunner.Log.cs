using Microsoft.Extensions.Logging;
using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Running;

internal sealed partial class JobRunner
{
    // A request may take its whole exchange, and no other job waits for this runner.
    private static readonly TimeSpan LateResultTimeout = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan RequeueDelay = TimeSpan.FromSeconds(5);

    /// <summary>Logs a stage with the time since its first call and what its calls have cost.</summary>
    private void LogCompleted(string stage)
    {
        var calls = snapshot.Calls.Where(call => call.Id.Stage == stage).ToList();
        var seconds = calls.Count == 0 ? 0 : (Now - calls.Min(call => call.CreatedAt)).TotalSeconds;
        var cost = calls.Sum(call => call.Cost ?? 0);
        Log.StageCompleted(engine.Log, Job.Id, stage, seconds, cost);
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Information, "Job {JobId} finished {Stage} in {DurationSeconds:0.0} s for {Cost} dollars.")]
        public static partial void StageCompleted(ILogger logger, JobId jobId, string stage, double durationSeconds, decimal cost);

        [LoggerMessage(11, LogLevel.Information, "Job {JobId} is {State} after {DurationSeconds:0.0} s and {Cost} dollars.")]
        public static partial void Ended(ILogger logger, JobId jobId, string state, double durationSeconds, decimal cost);

        [LoggerMessage(EventId = 18, Message = "Job {JobId} failed in {Stage} with {Code} after {DurationSeconds:0.0} s and {Cost} dollars: {Reason}")]
        public static partial void Failed(ILogger logger, LogLevel level, JobId jobId, string? stage, string code, double durationSeconds, decimal cost, string reason);

        [LoggerMessage(12, LogLevel.Warning, "Job {JobId}, {Stage} call {Index} at {Service} is {State} after {Failures} failures: {Error}")]
        public static partial void CallFailed(ILogger logger, JobId jobId, string stage, int index, string service, string state, int failures, string error);

        [LoggerMessage(19, LogLevel.Warning, "Job {JobId}, {Stage}: {Service} warns: {Warning}")]
        public static partial void ServiceWarning(ILogger logger, JobId jobId, string stage, string service, string warning);

        [LoggerMessage(23, LogLevel.Warning, "Job {JobId}, {Stage}: {Code}: {Warning}")]
        public static partial void MoneyWarning(ILogger logger, JobId jobId, string stage, string code, string warning);

        [LoggerMessage(13, LogLevel.Warning, "Job {JobId} has cost {Cost} dollars, more than the warning level of {Limit}.")]
        public static partial void BudgetWarning(ILogger logger, JobId jobId, decimal cost, decimal limit);

        [LoggerMessage(22, LogLevel.Information, "Job {JobId}, {Stage}: the cached answer could not be taken over, so the call is made: {Reason}")]
        public static partial void NotReusable(ILogger logger, JobId jobId, string stage, string reason);

        [LoggerMessage(14, LogLevel.Information, "Job {JobId} is being stopped: {Reason}.")]
        public static partial void Stopping(ILogger logger, JobId jobId, string reason);

        [LoggerMessage(15, LogLevel.Warning, "Job {JobId} belongs to another node now; results that still come are stored for it as late results.")]
        public static partial void LeaseLost(ILogger logger, JobId jobId);

        [LoggerMessage(16, LogLevel.Error, "Work on job {JobId} failed; the job is released and claimed again.")]
        public static partial void Broke(ILogger logger, Exception exception, JobId jobId);

        [LoggerMessage(17, LogLevel.Error, "Job {JobId} can't be released yet.")]
        public static partial void CannotRequeue(ILogger logger, Exception exception, JobId jobId);
    }
}
