using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Reelwright.Hosting.Logs;
using Reelwright.Services.Work;

namespace Reelwright.Services.Operations;

/// <summary>
/// Runs operations independently of the requests that began them. When the service stops, they stay <c>running</c> in the store and the
/// next start resumes them; only <see cref="CancelAsync"/> ends one early.
/// </summary>
public sealed partial class OperationRunner(OperationExecution execution, OperationStore store, ServiceProfile profile, ILogger<OperationRunner> logger)
    : IDisposable
{
    private readonly ConcurrentDictionary<string, Running> running = new();
    private readonly ConcurrentDictionary<string, ServiceAnswer> unsaved = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Begins work on a record of the store; the task ends with its answer, or is cancelled when the service stops.</summary>
    public Task<ServiceAnswer> Start(OperationRecord record, bool takenUp)
    {
        var entry = new Running();
        running[record.Id] = entry;
        _ = Task.Run(() => RunAsync(record, takenUp, entry), CancellationToken.None);
        return entry.Answer.Task;
    }

    /// <summary>Stops work on an operation and waits until it has ended, one way or the other.</summary>
    public async Task CancelAsync(string id, CancellationToken cancellationToken)
    {
        if (running.TryGetValue(id, out var entry))
        {
            await entry.Cancel.CancelAsync();
            await entry.Answer.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The answer of an operation that has ended but could not be saved yet.</summary>
    public ServiceAnswer? FindUnsaved(string id) => unsaved.GetValueOrDefault(id);

    /// <summary>Tries again to save the answers that could not be saved; the disk may have room now.</summary>
    public async Task SaveUnsavedAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, answer) in unsaved)
        {
            await store.EndAsync(id, answer, cancellationToken);
            unsaved.TryRemove(id, out _);
        }
    }

    /// <summary>Stops all work without ending it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        var ends = running.Values.Select(entry => (Task)entry.Answer.Task);
        await Task.WhenAll(ends).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task RunAsync(OperationRecord record, bool takenUp, Running entry)
    {
        var stop = stopping.Token;
        using var trace = Trace(record);
        using var scope = logger.BeginScope(new LogScope(record.JobId, profile.Stage));
        if (takenUp)
        {
            Log.TakenUp(logger, record.Id);
        }

        try
        {
            var answer = await execution.RunAsync(record, takenUp, entry.Cancel.Token, stop);
            await SaveAsync(record, answer);
            running.TryRemove(record.Id, out _);
            entry.Answer.SetResult(answer);
        }
        catch (Exception exception)
        {
            if (!stop.IsCancellationRequested)
            {
                Log.Lost(logger, exception, record.Id);
            }

            running.TryRemove(record.Id, out _);
            entry.Answer.SetCanceled(CancellationToken.None);
        }
    }

    // A full disk can't store this answer either, so it stays in memory until it can be saved.
    private async Task SaveAsync(OperationRecord record, ServiceAnswer answer)
    {
        try
        {
            await store.EndAsync(record.Id, answer, CancellationToken.None);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            unsaved[record.Id] = answer;
            Log.NotSaved(logger, exception, record.Id);
        }
    }

    private static Activity Trace(OperationRecord record)
    {
        var trace = new Activity("operation");
        if (record.TraceParent is { } parent)
        {
            trace.SetParentId(parent);
        }

        return trace.Start();
    }

    private sealed class Running
    {
        public CancellationTokenSource Cancel { get; } = new();

        public TaskCompletionSource<ServiceAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Operation {OperationId} is resumed")]
        public static partial void TakenUp(ILogger logger, string operationId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Operation {OperationId} ended, but its answer could not be saved; saving is tried again until it succeeds")]
        public static partial void NotSaved(ILogger logger, Exception exception, string operationId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Operation {OperationId} was interrupted by a fault; the next start resumes it")]
        public static partial void Lost(ILogger logger, Exception exception, string operationId);
    }
}
