using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>The four stages of the product with their percentages, and services that carry the stages' names.</summary>
internal static class Stages
{
    public const string Parsing = "prompt_parsing";
    public const string Image = "image_generation";
    public const string Video = "video_generation";
    public const string Composition = "composition";

    public static JobPipeline All(int clips = 4) => new([ParsingStage(), ImageStage(), VideoStage(clips), CompositionStage()]);

    public static JobPipeline Of(params Stage[] stages) => new(stages);

    public static TestStage ParsingStage() => new(Parsing, Parsing, 20, 1) { Document = "plan" };

    public static TestStage SharedParsingStage() => new(Parsing, Parsing, 20, 1) { Document = "plan", Shared = true };

    public static TestStage ImageStage() => new(Image, Image, 35, 1);

    public static TestStage VideoStage(int clips = 4) => new(Video, Video, 85, clips) { Document = "clips" };

    public static TestStage CompositionStage() => new(Composition, Composition, 100, 1) { Document = "result" };
}
