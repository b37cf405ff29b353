using System.ComponentModel.DataAnnotations;

namespace Reelwright.Hosting.Configuration;

/// <summary>Section <c>Reelwright:ServiceAccess</c>: how our processes recognise each other.</summary>
public sealed class ServiceAccessOptions
{
    /// <summary>Bearer token that our services demand and our clients send (<c>SERVICE_TOKEN</c>), at least 16 characters; none on loopback.</summary>
    [MinLength(16, ErrorMessage = "SERVICE_TOKEN must have at least 16 characters.")]
    public string? Token { get; set; }
}
