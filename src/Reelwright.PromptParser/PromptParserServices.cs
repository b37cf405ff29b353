using Microsoft.Extensions.DependencyInjection;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.PromptParser.Providers.Local;
using Reelwright.Services;
using Reelwright.Services.Work;

namespace Reelwright.PromptParser;

/// <summary>Registers what turns a prompt into a plan.</summary>
public static class PromptParserServices
{
    public static IServiceCollection AddPromptParser(this IServiceCollection services)
    {
        services.AddValidatedOptions<PromptParserOptions>(PromptParserHost.Profile.Host.Section);
        services.AddSingleton<AdPlanner>();
        return services.AddServiceCall<ParseRequest, ParseResult, LocalPromptProvider>(new WorkContract<ParseRequest, ParseResult>(
            WireJson.Wire.ParseRequest, WireJson.Wire.EnvelopeParseResult, PromptParserRules.Check));
    }
}
