using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Services;
using Reelwright.Orchestrator.Services.Composition;
using Reelwright.Orchestrator.Services.ImageGeneration;
using Reelwright.Orchestrator.Services.PromptParser;
using Reelwright.Orchestrator.Services.VideoGeneration;
using Reelwright.Simulation.Plans;
using Reelwright.Simulation.World;

namespace Reelwright.Simulation.Cluster;

/// <summary>How the operator has configured a service at present.</summary>
internal sealed class ServiceSettings(ServiceProfile profile)
{
    public ServiceProfile Profile => profile;

    public int Address { get; set; } = 1;

    public int Account { get; set; } = 1;

    /// <summary>The operator's word on whether it is idempotent.</summary>
    public bool? Idempotent { get; set; }

    public string Token => $"account-{Account}";

    public static ServiceContract ContractOf(string service) => service switch
    {
        ServiceNames.PromptParser => new PromptParserContract(),
        ServiceNames.ImageGeneration => new ImageGenerationContract(),
        ServiceNames.VideoGeneration => new VideoGenerationContract(),
        _ => new CompositionContract(),
    };

    public ServiceClientOptions ToOptions()
    {
        ServiceClientOptions options = profile.Service switch
        {
            ServiceNames.PromptParser => new PromptParserOptions(),
            ServiceNames.ImageGeneration => new ImageGenerationOptions(),
            ServiceNames.VideoGeneration => new VideoGenerationOptions(),
            _ => new CompositionOptions(),
        };
        options.Url = $"http://{ServiceDirectory.HostOf(profile.Service, Address)}";
        options.Timeout = TimeSpan.FromSeconds(10);
        options.Backoff = TimeSpan.FromSeconds(1);
        options.MaxBackoff = TimeSpan.FromSeconds(30);
        options.PollTimeout = TimeSpan.FromSeconds(3);
        options.MaxPollInterval = TimeSpan.FromSeconds(4);
        options.OperationDeadline = TimeSpan.FromSeconds(60);
        options.Idempotent = Idempotent;
        options.InDoubt = profile.InDoubt;
        return options;
    }
}
