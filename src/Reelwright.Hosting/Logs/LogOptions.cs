using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;

namespace Reelwright.Hosting.Logs;

/// <summary>Section <c>Reelwright:Log</c>.</summary>
public sealed class LogOptions
{
    /// <summary><c>LOG_FORMAT</c>: <c>json</c>, <c>text</c>, or <c>auto</c> (text when stdout is a terminal).</summary>
    [AllowedValues("auto", "json", "text")]
    public string Format { get; set; } = "auto";

    /// <summary><c>LOG_LEVEL</c> of Reelwright's own code: Debug, Information, Warning or Error.</summary>
    public LogLevel Level { get; set; } = LogLevel.Information;
}
