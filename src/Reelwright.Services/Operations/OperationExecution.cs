using Microsoft.Extensions.Options;
using Reelwright.Contracts.Services;
using Reelwright.Services.Work;

namespace Reelwright.Services.Operations;

/// <summary>
/// One run of an operation's work, with its place in the queue, its folder and its deadline. It always ends in an answer,
/// except when the service stops.
/// </summary>
public sealed class OperationExecution(
    ServiceWork work, OperationStore store, WorkFolders folders, IOptions<OperationOptions> options, TimeProvider time) : IDisposable
{
    private const int RequestIdLength = 16;

    private readonly SemaphoreSlim turns = new(options.Value.MaxConcurrent);

    /// <param name="cancelled">Set when the operation is cancelled.</param>
    /// <param name="stopping">Set when the service stops. The operation does not end then.</param>
    public async Task<ServiceAnswer> RunAsync(OperationRecord record, bool takenUp, CancellationToken cancelled, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(options.Value.Deadline, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping, deadline.Token);
        try
        {
            await turns.WaitAsync(any.Token);
            try
            {
                return await WorkAsync(record, takenUp, any.Token);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            var error = exception is OperationCanceledException ? WhyCancelled(cancelled) : ServiceWork.Explain(exception);
            return ServiceAnswer.Failed(error, time.GetElapsedTime(started).TotalSeconds);
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task<ServiceAnswer> WorkAsync(OperationRecord record, bool takenUp, CancellationToken cancellationToken)
    {
        if (takenUp && await store.CountRestartAsync(record.Id, cancellationToken) > options.Value.MaxRestarts)
        {
            throw new WorkException(ServiceErrorCodes.InternalError, "The service crashed repeatedly while it worked on this request, so it is not tried once more.", retryable: false);
        }

        using var folder = folders.Create(record.Id);
        var requestId = record.Fingerprint[..RequestIdLength];
        var context = new WorkContext
        {
            OperationId = record.Id,
            JobId = record.JobId ?? $"adhoc-{requestId}",
            RequestId = requestId,
            Folder = folder.Path,
        };
        return await work.ExecuteAsync(record.Request!, context, cancellationToken);
    }

    private ServiceError WhyCancelled(CancellationToken cancelled) => cancelled.IsCancellationRequested
        ? new() { Code = ServiceErrorCodes.Cancelled, Message = "The operation was cancelled." }
        : new() { Code = ServiceErrorCodes.DeadlineExceeded, Message = $"The work took longer than {options.Value.Deadline.TotalSeconds:0} s.", Retryable = true };
}
