using Reelwright.Contracts.Ads;

namespace Reelwright.Testing.Builders;

/// <summary>Requests with sound defaults; a test changes by <c>with</c> what matters to it.</summary>
public static class Ads
{
    public static GenerateAdRequest Request() => new()
    {
        Prompt = "A 30 second ad for a mechanical watch that never needs winding",
        Duration = 30,
        AspectRatio = AspectRatios.Portrait,
    };
}
