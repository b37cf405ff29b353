using Microsoft.Extensions.Logging;
using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Running;

internal sealed partial class JobRunner
{
    // A request may take its whole exchange; nobody waits for us meanwhile.
    private static readonly TimeSpan LatePatience = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan GiveBackDelay = TimeSpan.FromSeconds(5);

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Information, "Job {job_id} finished {stage}; it has cost {cost} dollars.")]
        public static partial void StageCompleted(ILogger logger, JobId job_id, string stage, decimal cost);

        [LoggerMessage(11, LogLevel.Information, "Job {job_id} is {state}; cost {cost} dollars in {duration_seconds} s. {code}")]
        public static partial void Ended(ILogger logger, JobId job_id, string state, decimal cost, double duration_seconds, string? code);

        [LoggerMessage(12, LogLevel.Warning, "Job {job_id}, {stage} call {index} at {service} is {state} after {failures} failures: {error}")]
        public static partial void CallFailed(ILogger logger, JobId job_id, string stage, int index, string service, string state, int failures, string error);

        [LoggerMessage(13, LogLevel.Warning, "Job {job_id} has cost {cost} dollars, more than the warning level of {limit}.")]
        public static partial void BudgetWarning(ILogger logger, JobId job_id, decimal cost, decimal limit);

        [LoggerMessage(14, LogLevel.Information, "Job {job_id} is being stopped: {reason}.")]
        public static partial void Stopping(ILogger logger, JobId job_id, string reason);

        [LoggerMessage(15, LogLevel.Warning, "Job {job_id} belongs to another node by now; results that still come are kept aside for it.")]
        public static partial void LeaseLost(ILogger logger, JobId job_id);

        [LoggerMessage(16, LogLevel.Error, "Work on job {job_id} broke; it is given up and claimed afresh.")]
        public static partial void Broke(ILogger logger, Exception exception, JobId job_id);

        [LoggerMessage(17, LogLevel.Error, "Job {job_id} can't be given back yet.")]
        public static partial void CannotGiveBack(ILogger logger, Exception exception, JobId job_id);
    }
}
