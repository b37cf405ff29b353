using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Tests.Providers.Local;

/// <summary>Requests with sound defaults, and what a viewer of the film would read and hear.</summary>
internal static class Plans
{
    private static readonly AdPlanner Planner = new();

    public static ParseRequest Request(string prompt, decimal duration = 30, string aspectRatio = AspectRatios.Portrait, BrandGuidelines? brand = null, AdOptions? options = null) => new()
    {
        Prompt = prompt,
        Duration = duration,
        AspectRatio = aspectRatio,
        BrandGuidelines = brand,
        Options = options,
    };

    public static ParseResult Plan(ParseRequest request) => Planner.Plan(request);

    public static ParseResult Plan(string prompt, decimal duration = 30, BrandGuidelines? brand = null, AdOptions? options = null) =>
        Planner.Plan(Request(prompt, duration, brand: brand, options: options));

    public static AdBrief Brief(string prompt) => BriefReader.Read(Request(prompt));

    /// <summary>All of a plan, to compare two.</summary>
    public static string Describe(ParseResult plan) => string.Join('\n', [
        .. plan.Scenes.Select(scene => scene.ToString()),
        .. plan.TextOverlays!.Select(overlay => overlay.ToString()),
        .. plan.VisualDirection!.Palette!,
        plan.VisualDirection.Subject!,
        plan.Audio!.ToString(),
        plan.CallToAction!,
    ]);

    /// <summary>Every text of a film that people see or hear.</summary>
    public static IReadOnlyList<string> CopyOf(ParseResult plan) =>
    [
        .. plan.Scenes.SelectMany(scene => new[] { scene.Title!, scene.OnScreenText!, scene.Voiceover! }),
        .. plan.TextOverlays!.Select(overlay => overlay.Text),
        plan.CallToAction!,
    ];
}
