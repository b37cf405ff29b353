using Microsoft.Extensions.Options;

namespace Reelwright.Hosting.Configuration;

/// <summary>
/// Checks options by their attributes under a lock. All hosts of a process start at once and share the attribute instances, and
/// <c>RangeAttribute</c> converts its bounds at the first use without a lock.
/// </summary>
internal sealed class AnnotationCheck<TOptions>(string? name) : IValidateOptions<TOptions>
    where TOptions : class
{
    private readonly DataAnnotationValidateOptions<TOptions> check = new(name);

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        lock (AnnotationCheck.Gate)
        {
            return check.Validate(name, options);
        }
    }
}

/// <summary>What the checks of all option types share.</summary>
internal static class AnnotationCheck
{
    public static Lock Gate { get; } = new();
}
