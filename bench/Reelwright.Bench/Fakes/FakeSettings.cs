namespace Reelwright.Bench.Fakes;

/// <summary>How the fake services work from now on.</summary>
internal sealed record FakeSettings
{
    /// <summary>Milliseconds that parse, image, video and composition take.</summary>
    public IReadOnlyList<int> Delays { get; init; } = [0, 0, 0, 0];

    /// <summary>
    /// What the video service says its clips take, in <c>/capabilities</c>: the orchestrator asks once a minute, so before it is true.
    /// </summary>
    public int TypicalVideoSeconds { get; init; }

    /// <summary>The video service answers 202 at once and is polled.</summary>
    public bool AcceptsVideo { get; init; }

    public static FakeSettings Taking(int parse, int image, int video, int composition) => new() { Delays = [parse, image, video, composition] };
}
