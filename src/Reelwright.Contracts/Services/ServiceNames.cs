namespace Reelwright.Contracts.Services;

/// <summary>The four microservices, as logs, errors, capabilities and <c>--target</c> name them.</summary>
public static class ServiceNames
{
    public const string PromptParser = "prompt-parser";
    public const string ImageGeneration = "image-generation";
    public const string VideoGeneration = "video-generation";
    public const string Composition = "composition";

    public static IReadOnlyList<string> All { get; } = [PromptParser, ImageGeneration, VideoGeneration, Composition];
}
