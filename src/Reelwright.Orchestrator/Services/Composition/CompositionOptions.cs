namespace Reelwright.Orchestrator.Services.Composition;

/// <summary>Section <c>Reelwright:Services:Composition</c> (<c>COMPOSITION_URL</c>).</summary>
internal sealed class CompositionOptions : ServiceClientOptions
{
    public CompositionOptions()
    {
        Url = "http://127.0.0.1:8004";
        Timeout = TimeSpan.FromSeconds(30);
        PricePerCall = UsualPricePerCall = 0.10m;
    }
}
