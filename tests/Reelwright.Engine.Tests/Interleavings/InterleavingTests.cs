using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Interleavings;

/// <summary>
/// Whatever happens in whatever order, the money is right, nothing is bought twice, and every job ends. The stories are the same in each run;
/// REELWRIGHT_STORIES=n tells n others, and a failure prints the seed.
/// </summary>
public sealed class InterleavingTests
{
    private static readonly Gen<Move> Moves = Gen.Frequency(
        (1, Of(MoveKind.Create)),
        (3, Of(MoveKind.Claim)),
        (10, Of(MoveKind.Step)),
        (16, Of(MoveKind.Answer)),
        (3, Of(MoveKind.Lose)),
        (1, Of(MoveKind.Cancel)),
        (3, Of(MoveKind.Retry)),
        (5, Of(MoveKind.Wait)));

    private static readonly Arbitrary<Move[]> Stories = Arb.From(
        from length in Gen.Choose(10, 70)
        from moves in Moves.ArrayOf(length)
        select moves,
        Shorter);

    [Fact]
    public void With_services_that_can_be_asked_twice() => Check(Traits.Idempotent);

    [Fact]
    public void With_services_that_cannot_be_asked_twice() => Check(Traits.Opaque);

    private static void Check(ServiceTraits traits) => Prop.ForAll(Stories, story => TellAsync(traits, story)).Check(
        int.TryParse(Environment.GetEnvironmentVariable("REELWRIGHT_STORIES"), out var others)
            ? Config.QuickThrowOnFailure.WithMaxTest(others).WithEndSize(100)
            : Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(100).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20_251_114), FSharpOption<int>.None))));

    private static async Task TellAsync(ServiceTraits traits, Move[] story)
    {
        await using var world = await World.OpenAsync(traits);
        foreach (var move in story)
        {
            await world.MakeAsync(move);
        }

        await world.CalmAsync();
    }

    private static Gen<Move> Of(MoveKind kind) =>
        from who in Gen.Choose(0, 5)
        from how in Gen.Choose(0, 119)
        select new Move(kind, who, how);

    /// <summary>Halves first, then single moves left out: a failing story is told in its fewest moves.</summary>
    private static IEnumerable<Move[]> Shorter(Move[] story)
    {
        if (story.Length > 4)
        {
            yield return story[..(story.Length / 2)];
        }

        for (var i = story.Length - 1; i >= 0; i--)
        {
            yield return [.. story[..i], .. story[(i + 1)..]];
        }
    }
}
