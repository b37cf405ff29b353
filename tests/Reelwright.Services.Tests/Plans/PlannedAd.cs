using System.Text.Json;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Pipeline;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator.Production;
using Reelwright.Orchestrator.Services.PromptParser;
using Reelwright.Orchestrator.Services.Responses;
using Reelwright.Testing.Builders;

namespace Reelwright.Services.Tests.Plans;

/// <summary>What the orchestrator makes of a parser's answer: a refusal, or the requests of the later stages.</summary>
internal sealed class PlannedAd
{
    private static readonly JobPipeline Pipeline = AdPipeline.Create(new MediaReferences(
        new MediaLinks(Options.Create(new MediaFilesOptions { SigningKey = new string('k', 40) }), TimeProvider.System)));

    private readonly Dictionary<string, IReadOnlyDictionary<int, string>> answers = [];
    private readonly string request;

    public PlannedAd(string plan, int duration)
    {
        request = $$"""
            {"prompt":"An ad for a coffee shop","duration":{{duration}},"aspect_ratio":"1:1","brand_guidelines":{"primary_color":"#112233","name":"Aurora"},
             "options":{"music":"calm"},"metadata":null,"max_cost_usd":null,"priority":5,"cache":true,"variants":[]}
            """;
        Parse = Pipeline.Stages[0].Plan(Input()).Single().Request;
        using var document = JsonDocument.Parse(plan);
        Refusal = StorableJson.FindBreach(document.RootElement)
            ?? new PromptParserContract().FindBreach(document.RootElement, Calls.To(ServiceNames.PromptParser) with { Request = Parse });
        answers[StageNames.PromptParsing] = new Dictionary<int, string> { [0] = plan };
    }

    /// <summary>The request to the parser.</summary>
    public string Parse { get; }

    /// <summary>Null when the plan is accepted.</summary>
    public string? Refusal { get; }

    public IReadOnlyList<StageWarning> Warnings => Pipeline.Stages[0].Warnings(Parse, answers[StageNames.PromptParsing][0]);

    public IReadOnlyList<PlannedCall> Images => Pipeline.Stages[1].Plan(Input());

    public IReadOnlyList<PlannedCall> Clips => Pipeline.Stages[2].Plan(Input());

    public PlannedCall Film => Pipeline.Stages[3].Plan(Input()).Single();

    public void AnswerImage(string url) => answers[StageNames.ImageGeneration] = new Dictionary<int, string> { [0] = $$"""{"image_url":"{{url}}"}""" };

    public void AnswerClips(IReadOnlyList<string> urls) => answers[StageNames.VideoGeneration] =
        urls.Index().ToDictionary(clip => clip.Index, clip => $$"""{"video_url":"{{clip.Item}}"}""");

    private JobInput Input() => new(new JobId(Guid.Empty), request, answers);
}
