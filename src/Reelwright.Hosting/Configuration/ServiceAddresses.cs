using System.ComponentModel.DataAnnotations;

namespace Reelwright.Hosting.Configuration;

/// <summary>Section <c>Reelwright:Services</c>: where the four microservices are.</summary>
public sealed class ServiceAddresses
{
    /// <summary><c>PROMPT_PARSER_URL</c>.</summary>
    public ServiceAddress PromptParser { get; set; } = new() { Url = "http://127.0.0.1:8001" };

    /// <summary><c>IMAGE_GEN_URL</c>.</summary>
    public ServiceAddress ImageGeneration { get; set; } = new() { Url = "http://127.0.0.1:8002" };

    /// <summary><c>VIDEO_GEN_URL</c>.</summary>
    public ServiceAddress VideoGeneration { get; set; } = new() { Url = "http://127.0.0.1:8003" };

    /// <summary><c>COMPOSITION_URL</c>.</summary>
    public ServiceAddress Composition { get; set; } = new() { Url = "http://127.0.0.1:8004" };

    /// <summary>In the order of the pipeline.</summary>
    public IReadOnlyList<ServiceAddress> All() => [PromptParser, ImageGeneration, VideoGeneration, Composition];
}

/// <summary>One microservice.</summary>
public sealed class ServiceAddress
{
    /// <summary>Absolute, http or https.</summary>
    [Required]
    [Url]
    public string Url { get; set; } = string.Empty;

    /// <summary>The URL of a path below the service's URL.</summary>
    public Uri At(string path) => new($"{Url.TrimEnd('/')}/{path.TrimStart('/')}", UriKind.Absolute);
}
