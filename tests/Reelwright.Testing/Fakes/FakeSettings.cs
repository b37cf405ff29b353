using Reelwright.Contracts.Services;

namespace Reelwright.Testing.Fakes;

/// <summary>How the four fake services behave. Replaced as a whole, at once, by <c>POST /config</c>.</summary>
public sealed record FakeSettings
{
    /// <summary>Scenes of each plan.</summary>
    public int Scenes { get; init; } = 4;

    public FakeServiceSettings PromptParser { get; init; } = new() { Cost = 0.05m };

    public FakeServiceSettings ImageGeneration { get; init; } = new() { Cost = 0.20m };

    public FakeServiceSettings VideoGeneration { get; init; } = new() { Cost = 0.30m };

    public FakeServiceSettings Composition { get; init; } = new() { Cost = 0.08m };

    /// <summary>The first that fits a question is used.</summary>
    public IReadOnlyList<FakeFault> Faults { get; init; } = [];

    /// <summary>
    /// Services as somebody wrote them before there was a contract for keys: no capabilities, no keys, errors that are mere sentences.
    /// </summary>
    public static FakeSettings SeedLike { get; } = new FakeSettings().ForAll(service => service with { Capabilities = false, Idempotent = false, PlainErrors = true });

    /// <summary>Services that answer 202 and are polled.</summary>
    public static FakeSettings LongRunning { get; } = new FakeSettings().ForAll(service => service with { Operations = true });

    public FakeServiceSettings Of(string service) => service switch
    {
        ServiceNames.PromptParser => PromptParser,
        ServiceNames.ImageGeneration => ImageGeneration,
        ServiceNames.VideoGeneration => VideoGeneration,
        ServiceNames.Composition => Composition,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "Not a service."),
    };

    public FakeSettings ForAll(Func<FakeServiceSettings, FakeServiceSettings> change) => this with
    {
        PromptParser = change(PromptParser),
        ImageGeneration = change(ImageGeneration),
        VideoGeneration = change(VideoGeneration),
        Composition = change(Composition),
    };

    public FakeSettings With(params FakeFault[] faults) => this with { Faults = faults };
}

/// <summary>How one fake service behaves.</summary>
public sealed record FakeServiceSettings
{
    /// <summary>The same key gets the same answer and is billed once. When false every question is new work.</summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>When false there is no <c>/capabilities</c>.</summary>
    public bool Capabilities { get; init; } = true;

    /// <summary>Answers 202 and is polled; else 200 when the work is done.</summary>
    public bool Operations { get; init; }

    /// <summary>Errors are strings, not objects.</summary>
    public bool PlainErrors { get; init; }

    /// <summary>How long the work takes.</summary>
    public int DelayMs { get; init; }

    /// <summary>US dollars for one call; null charges and reports nothing.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The price that <c>/capabilities</c> names, per <c>call</c> or <c>second</c>; null names the cost.</summary>
    public decimal? PriceUsd { get; init; }

    public string PricePer { get; init; } = "call";

    public double TypicalSeconds { get; init; } = 0.1;

    /// <summary>Bearer token that it demands.</summary>
    public string? Token { get; init; }
}
