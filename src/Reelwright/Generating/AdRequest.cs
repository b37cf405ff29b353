using System.CommandLine;
using Reelwright.Contracts.Ads;

namespace Reelwright.Generating;

/// <summary>From the command line to the body of <c>POST /generate-ad</c>. What is wrong with it is for the server to say.</summary>
internal static class AdRequest
{
    /// <param name="hasLocalLogo">The logo is a file of this machine, whose URL is not known yet.</param>
    public static GenerateAdRequest From(ParseResult parsed, bool hasLocalLogo = false)
    {
        var prompt = PromptWords.Join(parsed.GetRequiredValue(GenerateOptions.Prompt));
        return new GenerateAdRequest
        {
            Prompt = prompt,
            Duration = parsed.GetValue(GenerateOptions.Duration) ?? PromptHints.InferDuration(prompt) ?? GenerateOptions.DefaultDuration,
            AspectRatio = parsed.GetValue(GenerateOptions.Aspect) ?? PromptHints.InferAspectRatio(prompt) ?? GenerateOptions.DefaultAspect,
            BrandGuidelines = new BrandGuidelines
            {
                PrimaryColor = parsed.GetValue(GenerateOptions.Primary),
                SecondaryColor = parsed.GetValue(GenerateOptions.Secondary),
                Style = parsed.GetValue(GenerateOptions.Style),
                Name = parsed.GetValue(GenerateOptions.Name),
                LogoUrl = hasLocalLogo ? null : parsed.GetValue(GenerateOptions.Logo),
            },
            Options = new AdOptions
            {
                Language = parsed.GetValue(GenerateOptions.Language),
                CallToAction = parsed.GetValue(GenerateOptions.CallToAction),
                Music = parsed.GetValue(GenerateOptions.Music),
                Voiceover = parsed.GetValue(GenerateOptions.Voiceover) ? true : null,
                Captions = parsed.GetValue(GenerateOptions.Captions) ? CaptionModes.BurntIn : null,
                AiLabel = parsed.GetValue(GenerateOptions.AiLabel) ? true : null,
                Preview = parsed.GetValue(GenerateOptions.Preview) ? true : null,
            },
            Variants = parsed.GetValue(GenerateOptions.Variants),
            MaxCostUsd = parsed.GetValue(GenerateOptions.MaxCost),
        };
    }
}
