using Reelwright.Contracts.Jobs;

namespace Reelwright.Watching;

/// <summary>Shows a job while it runs: <see cref="LiveDisplay"/> on a terminal, <see cref="PlainDisplay"/> elsewhere.</summary>
internal interface IProgressDisplay
{
    /// <summary>Returns the job as it ended.</summary>
    Task<JobView> ShowAsync(IAsyncEnumerable<JobView> states, CancellationToken cancellationToken);
}
