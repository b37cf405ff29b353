using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reelwright.Hosting.Configuration;

/// <summary>Registers options that are checked at the start.</summary>
public static class ValidatedOptions
{
    /// <summary>
    /// Binds <c>Reelwright:{section}</c> and checks it when the host starts. A wrong setting stops the start, and the error names all wrong
    /// settings.
    /// </summary>
    public static OptionsBuilder<TOptions> AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        var builder = services.AddOptions<TOptions>().BindConfiguration($"Reelwright:{section}").ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new AnnotationCheck<TOptions>(builder.Name));
        return builder;
    }
}
