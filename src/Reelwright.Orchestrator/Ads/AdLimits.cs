namespace Reelwright.Orchestrator.Ads;

/// <summary>The bounds of a request. Lengths are in Unicode scalar values after trimming, durations in seconds.</summary>
internal static class AdLimits
{
    public const int MinPrompt = 10;
    public const int MaxPrompt = 500;
    public const int MinDuration = 15;
    public const int MaxDuration = 60;
    public const int MaxStyle = 100;
    public const int MaxBrandName = 60;
    public const int MaxUrl = 2048;
    public const int MaxCallToAction = 40;
    public const int MinPriority = 0;
    public const int MaxPriority = 9;
    public const int MaxVariants = 2;
    public const int MaxMetadata = 16;
    public const int MaxMetadataKey = 64;
    public const int MaxMetadataValue = 512;
}
