using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reelwright.Hosting.Configuration;

/// <summary>Registers options the way all of ours are.</summary>
public static class ValidatedOptions
{
    /// <summary>
    /// Binds <c>Reelwright:{section}</c> and checks it when the host starts: a wrong setting stops it there, and all wrong ones are named at once.
    /// </summary>
    public static OptionsBuilder<TOptions> AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        var builder = services.AddOptions<TOptions>().BindConfiguration($"Reelwright:{section}").ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new AnnotationCheck<TOptions>(builder.Name));
        return builder;
    }
}
