using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Services.VideoGeneration;

/// <summary>Section <c>Reelwright:Services:VideoGeneration</c> (<c>VIDEO_GEN_URL</c>).</summary>
internal sealed class VideoGenerationOptions : ServiceClientOptions
{
    public VideoGenerationOptions()
    {
        Url = "http://127.0.0.1:8003";
        Timeout = TimeSpan.FromSeconds(90);

        // Clips of a usual ad cost up to $1.60 together, and it has four of them. By the call and not by the second: a service that
        // names no price does not say that it charges by length.
        PricePerCall = 0.40m;
        InDoubt = InDoubtPolicy.Fail;
        MaxConnections = 1024;
    }
}
