using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Reelwright.Hosting.Configuration;

namespace Reelwright.Hosting.Logs;

/// <summary>Writes logs to stdout: as text at a terminal, else as JSON.</summary>
internal static class LogSetup
{
    public static void AddReelwrightLogs(this ILoggingBuilder logging, IConfiguration configuration)
    {
        var options = configuration.GetSection("Reelwright:Log").Get<LogOptions>() ?? new LogOptions();
        var json = options.Format == "json" || (options.Format == "auto" && Console.IsOutputRedirected);

        logging.ClearProviders();
        logging.AddConsole(console => console.FormatterName = json ? JsonLineFormatter.FormatterName : ReadableFormatter.FormatterName);
        logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>();
        logging.AddConsoleFormatter<ReadableFormatter, ConsoleFormatterOptions>();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Reelwright", options.Level);
        logging.Services.AddValidatedOptions<LogOptions>("Log");

        // Read without validation: the logger must work to report that options are wrong.
        logging.Services.AddSingleton(new Redactor(KnownNames.Secrets(configuration)));
    }
}
