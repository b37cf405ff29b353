using Reelwright.Engine.Exchange;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>A service that is known and can be asked twice; a test changes by <c>with</c> what matters to it.</summary>
internal static class Traits
{
    public static ServiceTraits Idempotent { get; } = new()
    {
        Known = true,
        Idempotent = true,
        InDoubt = InDoubtPolicy.Fail,
        PricePerCall = 0.40m,
        PricePerSecond = 0,
        MaxAttempts = 3,
        Backoff = TimeSpan.FromSeconds(2),
        MaxBackoff = TimeSpan.FromMinutes(5),
    };

    /// <summary>Can't be asked twice, and a call in doubt fails the job.</summary>
    public static ServiceTraits Opaque { get; } = Idempotent with { Idempotent = false };

    /// <summary>Can't be asked twice, and a call in doubt is asked again all the same: it costs pennies.</summary>
    public static ServiceTraits Cheap { get; } = Opaque with { InDoubt = InDoubtPolicy.Retry };

    /// <summary>Can't be asked twice, but a call can be looked up by its key.</summary>
    public static ServiceTraits WithLookUp { get; } = Opaque with { HasOperations = true, RegistrationDelay = TimeSpan.FromSeconds(30) };

    /// <summary>Could not be asked what it is; careful values stand in.</summary>
    public static ServiceTraits NotKnown { get; } = Opaque with { Known = false };
}
