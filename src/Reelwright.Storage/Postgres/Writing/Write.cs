namespace Reelwright.Storage.Postgres.Writing;

/// <summary>A verb on its way into the database, with the task that waits for its outcome.</summary>
internal abstract class Write
{
    /// <summary>It has been sent before and the answer was lost: it may have been done. It is looked up before it is done again.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>The caller has given up waiting, and nothing has to be repaired if the write was not done.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>What marks its rows, so that a lost answer can be found again.</summary>
    public long Token { get; } = Random.Shared.NextInt64();

    public void Withdraw() => IsWithdrawn = true;

    public abstract void Join(WriteBatch batch);

    /// <summary>Completes the task with the outcome, once it is durable.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

/// <summary>A verb with its outcome, which is set while the batch is read.</summary>
internal abstract class Write<T> : Write
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public T? Outcome { get; set; }

    public Task<T> Completion => completion.Task;

    public override void Complete() => completion.TrySetResult(Outcome!);

    public override void Fail(Exception exception) => completion.TrySetException(exception);
}
