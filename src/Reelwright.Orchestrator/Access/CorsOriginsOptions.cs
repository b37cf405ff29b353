using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Reelwright.Orchestrator.Access;

/// <summary>Section <c>Reelwright:Cors</c>: which web pages may call the API from a browser.</summary>
public sealed class CorsOriginsOptions
{
    public const string Section = "Cors";

    /// <summary>
    /// Origins such as <c>https://studio.example.com</c>, as a list or separated by commas in one entry; none by default. <c>*</c> allows
    /// every page,
    /// and is refused in Production.
    /// </summary>
    public IList<string> Origins { get; } = [];

    internal const string Anyone = "*";

    internal IReadOnlyList<string> All() =>
        [.. Origins.SelectMany(entry => entry.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}

/// <summary>Reports every invalid origin at start-up.</summary>
internal sealed class CorsOriginsRules(IHostEnvironment environment) : IValidateOptions<CorsOriginsOptions>
{
    public ValidateOptionsResult Validate(string? name, CorsOriginsOptions options)
    {
        var faults = options.All().Select(Fault).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private string? Fault(string origin)
    {
        const string Setting = "Reelwright:Cors:Origins";
        if (origin == CorsOriginsOptions.Anyone)
        {
            return environment.IsProduction()
                ? $"{Setting} has \"*\", which allows every web page to call the API. In Production list the origins, such as https://studio.example.com."
                : null;
        }

        var valid = Uri.TryCreate(origin, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && string.Equals(url.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase);
        return valid ? null : $"{Setting} has \"{origin}\", which is not an origin. An origin consists of scheme, host and port, such as https://studio.example.com.";
    }
}
