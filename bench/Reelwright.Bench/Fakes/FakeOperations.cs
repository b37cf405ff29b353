using System.Collections.Concurrent;

namespace Reelwright.Bench.Fakes;

/// <summary>What was accepted with 202, by its number.</summary>
internal sealed class FakeOperations
{
    private readonly ConcurrentDictionary<int, FakeOperation> operations = new();

    public void Add(int number, FakeOperation operation) => operations[number] = operation;

    /// <summary>Null when nobody accepted it.</summary>
    public FakeOperation? Find(int number) => operations.GetValueOrDefault(number);
}

/// <param name="ReadyAt">UTC ticks.</param>
/// <param name="Delay">Milliseconds that it took.</param>
internal sealed record FakeOperation(Unit Unit, long ReadyAt, int Delay);
