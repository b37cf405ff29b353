namespace Reelwright.Hosting.Configuration;

/// <summary>Which of our hosts this is.</summary>
public sealed record HostIdentity
{
    /// <summary>Its name in logs, health and capabilities: <c>prompt-parser</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Its section under <c>Reelwright:</c>, <c>PromptParser</c>.</summary>
    public required string Section { get; init; }

    public required int DefaultPort { get; init; }

    /// <summary>Largest request body in bytes.</summary>
    public required long MaxBodyBytes { get; init; }

    /// <summary>True for a microservice, which a token protects; false for the orchestrator, which authenticates its own callers.</summary>
    public required bool IsMicroservice { get; init; }

    /// <summary>The version in health and capabilities.</summary>
    public static string Version { get; } = typeof(HostIdentity).Assembly.GetName().Version!.ToString(3);
}
