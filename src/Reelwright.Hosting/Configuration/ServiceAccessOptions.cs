using System.ComponentModel.DataAnnotations;

namespace Reelwright.Hosting.Configuration;

/// <summary>Section <c>Reelwright:ServiceAccess</c>: the token between the orchestrator and the services.</summary>
public sealed class ServiceAccessOptions
{
    /// <summary>
    /// Bearer token that services require and the orchestrator sends (<c>SERVICE_TOKEN</c>), at least 16 characters; optional on loopback.
    /// </summary>
    [MinLength(16, ErrorMessage = "SERVICE_TOKEN must have at least 16 characters.")]
    public string? Token { get; set; }
}
