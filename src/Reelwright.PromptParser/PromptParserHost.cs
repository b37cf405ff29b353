using Microsoft.AspNetCore.Builder;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.Services;

namespace Reelwright.PromptParser;

/// <summary>The prompt parser as a host: <c>POST /parse</c>.</summary>
public static class PromptParserHost
{
    internal static ServiceProfile Profile { get; } = new()
    {
        Host = new HostIdentity
        {
            Service = ServiceNames.PromptParser,
            Section = "PromptParser",
            DefaultPort = 8001,
            MaxBodyBytes = ServiceProfile.MaxBodyBytes,
            IsMicroservice = true,
        },
        Stage = "prompt_parsing",
        Route = "/parse",
        DefaultConcurrency = Environment.ProcessorCount * 2,
    };

    /// <param name="settings">Win over the environment, by the same names.</param>
    public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = ServiceHost.CreateBuilder(Profile, settings);
        builder.Services.AddPromptParser();
        return builder.Build().MapService();
    }
}
