using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;
using Reelwright.Composition;
using Reelwright.Composition.Films;
using Reelwright.Contracts.Json;
using Reelwright.ImageGeneration;
using Reelwright.PromptParser;
using Reelwright.Services.Input;
using Reelwright.VideoGeneration;

namespace Reelwright.Services.Tests.Plans;

/// <summary>
/// Any plan is either refused when only the parse is paid for, or every later request is one that our services accept. The services' own
/// rules judge.
/// </summary>
public sealed class GateTests
{
    private const int Plans = 2600;
    private const int Duration = 15;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly Gen<PlanMutation[]> Mutations =
        from count in Gen.Choose(1, 4)
        from steps in (from place in Gen.Choose(0, 9999)
                       from operation in Gen.Choose(0, PlanMutation.Operations - 1)
                       from with in Gen.Choose(0, 99_999)
                       select new PlanMutation(place, operation, with)).ArrayOf(count)
        select steps;

    [Fact]
    public void A_mutated_plan_is_refused_at_once_or_accepted_by_every_later_service()
    {
        var accepted = 0;
        var arbitrary = Arb.From(Mutations, steps => steps.Select((_, left) => steps.Where((_, index) => index != left).ToArray()));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Plans).WithQuietOnSuccess(true), Prop.ForAll(arbitrary, steps =>
        {
            foreach (var sample in (string[])[PlanSamples.Whole, PlanSamples.Sparse])
            {
                accepted += IsAccepted(PlanMutation.Apply(sample, steps)) ? 1 : 0;
            }
        }));

        // A gate that refuses everything would hold the property as well.
        accepted.ShouldBeGreaterThan(Plans);
    }

    [Theory]
    [InlineData(PlanSamples.Whole)]
    [InlineData(PlanSamples.Sparse)]
    public void A_valid_plan_is_accepted_without_a_warning(string plan)
    {
        IsAccepted(plan).ShouldBeTrue();
        new PlannedAd(plan, Duration).Warnings.ShouldBeEmpty();
    }

    private static bool IsAccepted(string plan)
    {
        var ad = new PlannedAd(plan, Duration);
        if (ad.Refusal is { } refusal)
        {
            refusal.ShouldNotBeNullOrWhiteSpace();
            return false;
        }

        ad.AnswerImage("https://a.example/i.png");
        Accepts(ad.Parse, PromptParserRules.Check, WireJson.Wire.ParseRequest);
        Accepts(ad.Images.Single().Request, ImageGenerationRules.Check, WireJson.Wire.ImageRequest);
        foreach (var clip in ad.Clips)
        {
            Accepts(clip.Request, VideoGenerationRules.Check, WireJson.Wire.VideoRequest).Duration.ShouldBe(clip.Seconds);
        }

        ad.AnswerClips([.. ad.Clips.Select((_, index) => $"https://a.example/{index}.mp4")]);
        var film = Accepts(ad.Film.Request, CompositionRules.Check, WireJson.Wire.ComposeRequest);
        SceneTimes.FindFault(film.Scenes).ShouldBeNull();
        film.Scenes[^1].EndTime.ShouldBe(Duration);
        foreach (var overlay in film.TextOverlays ?? [])
        {
            overlay.StartTime!.Value.ShouldBeGreaterThanOrEqualTo(0);
            overlay.EndTime!.Value.ShouldBeInRange(overlay.StartTime.Value + 0.1m, Duration);
        }

        foreach (var warning in ad.Warnings)
        {
            warning.Message.Length.ShouldBeInRange(10, 600);
        }

        return true;
    }

    private static T Accepts<T>(string body, Action<InputReader> rules, JsonTypeInfo<T> type)
    {
        Encoding.UTF8.GetByteCount(body).ShouldBeLessThan((int)ServiceProfile.MaxBodyBytes);
        using var document = JsonDocument.Parse(body, Strict);
        InputReader.Check(document.RootElement, rules).ShouldBeEmpty();
        return JsonSerializer.Deserialize(body, type)!;
    }
}
