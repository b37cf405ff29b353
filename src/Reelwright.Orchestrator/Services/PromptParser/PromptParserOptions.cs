namespace Reelwright.Orchestrator.Services.PromptParser;

/// <summary>Section <c>Reelwright:Services:PromptParser</c> (<c>PROMPT_PARSER_URL</c>).</summary>
internal sealed class PromptParserOptions : ServiceClientOptions
{
    public PromptParserOptions()
    {
        Url = "http://127.0.0.1:8001";
        Timeout = TimeSpan.FromSeconds(10);
        PricePerCall = UsualPricePerCall = 0.05m;
    }
}
