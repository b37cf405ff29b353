using Microsoft.AspNetCore.Builder;
using Reelwright.Composition;
using Reelwright.Contracts.Services;
using Reelwright.Doctor;
using Reelwright.ImageGeneration;
using Reelwright.Orchestrator;
using Reelwright.PromptParser;
using Reelwright.VideoGeneration;

namespace Reelwright.Serving;

/// <summary>One of the five hosts that <c>serve</c> can run.</summary>
/// <param name="Name">As <c>--target</c> has it.</param>
/// <param name="DefaultPort">Also its place after the first port when all run in one process.</param>
/// <param name="ListenName">The setting that says where it listens.</param>
/// <param name="UrlName">The setting by which the orchestrator knows where it is; null for the orchestrator itself.</param>
internal sealed record Target(
    string Name,
    int DefaultPort,
    string ListenName,
    string? UrlName,
    Func<IEnumerable<KeyValuePair<string, string?>>?, WebApplication> Create)
{
    public const string All = "all";

    /// <summary>The setting that names the origin of the service's calls.</summary>
    public string OriginName =>
        $"Reelwright:Services:{string.Concat(Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}:Origin";

    public static Target Orchestrator { get; } = new("orchestrator", Ports.First, "ORCHESTRATOR_LISTEN", null, settings => OrchestratorHost.Create(settings));

    /// <summary>The orchestrator with the services beside it: then it is ready only when their tools are there.</summary>
    public static Target OrchestratorWithServices { get; } = Orchestrator with { Create = settings => OrchestratorHost.Create(settings, [MediaFindings.Readiness()]) };

    /// <summary>In the order of the pipeline.</summary>
    public static IReadOnlyList<Target> Services { get; } =
    [
        new(ServiceNames.PromptParser, Ports.First + 1, "PROMPT_PARSER_LISTEN", "PROMPT_PARSER_URL", PromptParserHost.Create),
        new(ServiceNames.ImageGeneration, Ports.First + 2, "IMAGE_GEN_LISTEN", "IMAGE_GEN_URL", ImageGenerationHost.Create),
        new(ServiceNames.VideoGeneration, Ports.First + 3, "VIDEO_GEN_LISTEN", "VIDEO_GEN_URL", VideoGenerationHost.Create),
        new(ServiceNames.Composition, Ports.First + 4, "COMPOSITION_LISTEN", "COMPOSITION_URL", CompositionHost.Create),
    ];

    public static IReadOnlyList<string> Names { get; } = [All, Orchestrator.Name, .. Services.Select(service => service.Name)];

    public static Target Find(string name) => Services.Prepend(Orchestrator).Single(target => target.Name == name);
}
