using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Services.VideoGeneration;

/// <summary>Section <c>Reelwright:Services:VideoGeneration</c> (<c>VIDEO_GEN_URL</c>).</summary>
internal sealed class VideoGenerationOptions : ServiceClientOptions
{
    public VideoGenerationOptions()
    {
        Url = "http://127.0.0.1:8003";
        Timeout = TimeSpan.FromSeconds(90);

        // Four clips of a usual ad cost up to $1.60 together. By the call and not by the second: nothing shows that a service
        // without an announced price charges by length.
        PricePerCall = UsualPricePerCall = 0.40m;
        InDoubt = InDoubtPolicy.Fail;
        MaxConnections = 1024;
    }
}
