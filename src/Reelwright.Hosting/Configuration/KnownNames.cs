using Microsoft.Extensions.Configuration;

namespace Reelwright.Hosting.Configuration;

/// <summary>
/// The short environment variables (<c>DATA_DIR</c>), each with the setting that it sets. Everything else is set as
/// <c>Reelwright__Section__Key</c>. A secret may also come from a file: <c>SERVICE_TOKEN_FILE=/run/secrets/token</c>.
/// </summary>
public static class KnownNames
{
    private static readonly (string Name, string Setting)[] Plain =
    [
        ("DATA_DIR", "Reelwright:Data:Folder"),
        ("MEDIA_URL", "Reelwright:Media:Url"),
        ("MEDIA_FOLDER", "Reelwright:Media:Folder"),
        ("PROMPT_PARSER_URL", "Reelwright:Services:PromptParser:Url"),
        ("IMAGE_GEN_URL", "Reelwright:Services:ImageGeneration:Url"),
        ("VIDEO_GEN_URL", "Reelwright:Services:VideoGeneration:Url"),
        ("COMPOSITION_URL", "Reelwright:Services:Composition:Url"),
        ("ORCHESTRATOR_LISTEN", "Reelwright:Orchestrator:Listen"),
        ("PROMPT_PARSER_LISTEN", "Reelwright:PromptParser:Listen"),
        ("IMAGE_GEN_LISTEN", "Reelwright:ImageGeneration:Listen"),
        ("VIDEO_GEN_LISTEN", "Reelwright:VideoGeneration:Listen"),
        ("COMPOSITION_LISTEN", "Reelwright:Composition:Listen"),
        ("LOG_FORMAT", "Reelwright:Log:Format"),
        ("LOG_LEVEL", "Reelwright:Log:Level"),
    ];

    private static readonly (string Name, string Setting)[] Secret =
    [
        ("DATABASE_URL", "Reelwright:Database:Url"),
        ("MEDIA_SIGNING_KEY", "Reelwright:Media:SigningKey"),
        ("SERVICE_TOKEN", "Reelwright:ServiceAccess:Token"),
        ("RABBITMQ_URL", "Reelwright:RabbitMq:Url"),
    ];

    /// <summary>Copies the value of each short name to its setting; the short name overrides the long one.</summary>
    public static void Apply(ConfigurationManager configuration)
    {
        var settings = new Dictionary<string, string?>();
        foreach (var (name, setting) in Plain.Concat(Secret))
        {
            Copy(configuration[name], setting, settings);
        }

        foreach (var (name, setting) in Secret)
        {
            if (configuration[$"{name}_FILE"] is { Length: > 0 } path)
            {
                Copy(File.ReadAllText(path).Trim(), setting, settings);
            }
        }

        configuration.AddInMemoryCollection(settings);
    }

    /// <summary>The values of all secrets that are set.</summary>
    internal static IEnumerable<string?> Secrets(IConfiguration configuration) => Secret.Select(secret => configuration[secret.Setting]);

    private static void Copy(string? value, string setting, Dictionary<string, string?> settings)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            settings[setting] = value.Trim();
        }
    }
}
