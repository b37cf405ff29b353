using System.Buffers.Text;
using Reelwright.Bench.Wire;

namespace Reelwright.Bench.Fakes;

/// <summary>What is bought: one stage of one job, of a clip its scene.</summary>
internal readonly record struct Unit(Guid Job, FakeStage Stage, int Scene);

/// <summary>A paid call: what is bought, and under which key.</summary>
internal readonly record struct Question(Unit Unit, Guid Key)
{
    public static Question Read(FakeStage stage, MessageReader request)
    {
        var (job, key) = (HeadFields.Id(request.Head, "X-Job-Id"u8), HeadFields.Id(request.Head, "Idempotency-Key"u8));
        return job == Guid.Empty || key == Guid.Empty
            ? throw new InvalidDataException($"A paid call of stage {stage} without X-Job-Id or Idempotency-Key.")
            : new Question(new Unit(job, stage, stage == FakeStage.Video ? SceneOf(request.Body) : 0), key);
    }

    // Our parser's scenes carry their index, and it comes back as it was.
    private static int SceneOf(ReadOnlySpan<byte> body)
    {
        var name = "\"index\":"u8;
        var at = body.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(body[(at + name.Length)..], out int scene, out _)
            ? scene
            : throw new InvalidDataException("A clip was asked for without the scene's index.");
    }
}
