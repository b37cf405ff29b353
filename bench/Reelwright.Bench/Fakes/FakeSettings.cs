namespace Reelwright.Bench.Fakes;

/// <summary>How the fake services work from now on.</summary>
internal sealed record FakeSettings
{
    /// <summary>Milliseconds that parse, image, video and composition take.</summary>
    public IReadOnlyList<int> Delays { get; init; } = [0, 0, 0, 0];

    /// <summary>The video service answers 202 at once and is polled.</summary>
    public bool AcceptsVideo { get; init; }

    public static FakeSettings Taking(int parse, int image, int video, int composition) => new() { Delays = [parse, image, video, composition] };
}
