using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>The whole production of an ad, in order.</summary>
internal static class AdPipeline
{
    public static JobPipeline Create(MediaReferences media) => new(
    [
        new PromptParsingStage(),
        new ImageGenerationStage(media),
        new VideoGenerationStage(media),
        new CompositionStage(media),
    ]);
}

/// <summary>The stages' names, as <c>current_stage</c> and the cost members say them.</summary>
internal static class StageNames
{
    public const string PromptParsing = "prompt_parsing";
    public const string ImageGeneration = "image_generation";
    public const string VideoGeneration = "video_generation";
    public const string Composition = "composition";
}

/// <summary>The documents that the stages publish for the job's readers.</summary>
internal static class DocumentNames
{
    /// <summary>The parser's result, as it came.</summary>
    public const string Plan = "plan";

    /// <summary>A JSON string.</summary>
    public const string ReferenceImageUrl = "reference_image_url";

    /// <summary>A JSON array of <c>{index, video_url, status}</c>.</summary>
    public const string Clips = "clips";

    /// <summary>The job's <c>result</c>.</summary>
    public const string Result = "result";
}
