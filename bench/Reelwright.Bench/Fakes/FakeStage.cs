namespace Reelwright.Bench.Fakes;

/// <summary>The four services in the order of their ports.</summary>
internal enum FakeStage
{
    Parse,
    Image,
    Video,
    Composition,
}
