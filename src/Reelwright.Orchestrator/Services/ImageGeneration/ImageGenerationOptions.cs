namespace Reelwright.Orchestrator.Services.ImageGeneration;

/// <summary>Section <c>Reelwright:Services:ImageGeneration</c> (<c>IMAGE_GEN_URL</c>).</summary>
internal sealed class ImageGenerationOptions : ServiceClientOptions
{
    public ImageGenerationOptions()
    {
        Url = "http://127.0.0.1:8002";
        Timeout = TimeSpan.FromSeconds(15);
        PricePerCall = UsualPricePerCall = 0.30m;
    }
}
