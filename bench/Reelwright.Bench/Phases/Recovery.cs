using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>How the jobs fared that a killed node left behind.</summary>
/// <param name="MovingAfter">From the kill until the last of them was heard of again.</param>
/// <param name="DoneAfter">From the kill until the last of them was completed.</param>
/// <param name="AskedAgain">Questions repeated under their key; they cost nothing.</param>
internal sealed record Recovery(TimeSpan MovingAfter, TimeSpan DoneAfter, long AskedAgain)
{
    public static Recovery Of(JobBatch batch, DateTimeOffset killedAt)
    {
        var left = batch.Completions.Where(completion => batch.Book.Jobs.ContainsKey(completion.Key) && completion.Value > killedAt).ToList();
        if (left.Count == 0)
        {
            throw new BenchFailedException("The node was killed when it had nothing left to do.");
        }

        var moving = left.Max(completion => new DateTimeOffset(batch.Book.Jobs[completion.Key].FirstAfterMark, TimeSpan.Zero) is { Ticks: > 0 } heard ? heard : completion.Value);
        return new Recovery(moving - killedAt, left.Max(completion => completion.Value) - killedAt, batch.Book.AskedAgain);
    }
}
