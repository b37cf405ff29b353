namespace Reelwright.Testing.Fakes;

/// <summary>Work that a fake service took: it goes on whether or not anybody waits for its answer.</summary>
internal sealed class FakeWork : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required string Id { get; init; }

    public required FakeQuestion Question { get; init; }

    public required int Attempt { get; init; }

    /// <summary>The members of the envelope after <c>success</c>.</summary>
    public required string Envelope { get; init; }

    public required bool Succeeds { get; init; }

    public required decimal Cost { get; init; }

    /// <summary>Completes when the work has ended in whichever way.</summary>
    public Task Ended => done.Task;

    public bool IsCancelled { get; private set; }

    public string Status => !done.Task.IsCompleted ? "running" : IsCancelled ? "cancelled" : Succeeds ? "succeeded" : "failed";

    public async Task RunAsync(TimeSpan length)
    {
        try
        {
            await Task.Delay(length, TimeProvider.System, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            IsCancelled = true;
        }

        done.TrySetResult();
    }

    /// <summary>False when it had ended already.</summary>
    public async Task<bool> StopAsync()
    {
        await stopping.CancelAsync();
        await done.Task;
        return IsCancelled;
    }

    public void Dispose() => stopping.Dispose();
}
