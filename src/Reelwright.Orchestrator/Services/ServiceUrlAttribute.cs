using System.ComponentModel.DataAnnotations;

namespace Reelwright.Orchestrator.Services;

/// <summary>Checks that a URL is an address to which paths can be appended.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ServiceUrlAttribute() : ValidationAttribute(
    "{0} must be an absolute http or https URL without user, query and fragment, such as http://127.0.0.1:8001.")
{
    public override bool IsValid(object? value) =>
        Uri.TryCreate(value as string, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url is { UserInfo: "", Query: "", Fragment: "" };
}
