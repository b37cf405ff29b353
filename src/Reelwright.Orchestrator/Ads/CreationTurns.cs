namespace Reelwright.Orchestrator.Ads;

/// <summary>
/// Lets creations under the same idempotency key run one after the other. The second then finds the key of the first, and is a replay
/// that no rate limit counts.
/// </summary>
internal sealed class CreationTurns
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Owner, string Key), Turn> turns = [];

    /// <summary>The turn of this creation until it is disposed.</summary>
    public async Task<IDisposable> TakeAsync(string owner, string key, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (gate)
        {
            if (!turns.TryGetValue((owner, key), out turn!))
            {
                turn = new Turn(this, (owner, key));
                turns.Add((owner, key), turn);
            }

            turn.Users++;
        }

        try
        {
            await turn.Free.WaitAsync(cancellationToken);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (gate)
        {
            if (--turn.Users == 0)
            {
                turns.Remove(turn.Id);
                turn.Free.Dispose();
            }
        }
    }

    private sealed class Turn(CreationTurns turns, (string Owner, string Key) id) : IDisposable
    {
        public (string Owner, string Key) Id => id;

        public SemaphoreSlim Free { get; } = new(1);

        public int Users { get; set; }

        public void Dispose()
        {
            Free.Release();
            turns.Leave(this);
        }
    }
}
