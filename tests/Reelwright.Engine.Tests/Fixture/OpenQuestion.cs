using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>A question that is on its way until the test says how it ends.</summary>
internal sealed class OpenQuestion(ScriptedGateway gateway)
{
    private readonly TaskCompletionSource<LedgerCall> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CallOutcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the question has arrived at the service.</summary>
    public Task<LedgerCall> Asked => asked.Task;

    public void Answer(CallOutcome outcome) => answer.TrySetResult(outcome);

    /// <summary>The service does the work now, bills it and answers.</summary>
    public async Task SucceedAsync() => answer.TrySetResult(gateway.Sell(await asked.Task));

    public Task<CallOutcome> AskAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        asked.TrySetResult(call);
        return answer.Task.WaitAsync(cancellationToken);
    }
}
