using System.Globalization;
using Reelwright.Contracts.Jobs;

namespace Reelwright.Watching;

/// <summary>A warning of a job as one line for a person.</summary>
internal static class WarningLine
{
    /// <summary><c>Warning: A text was cut. (scene 3)</c>: the line counts scenes from 1, the API from 0.</summary>
    public static string Of(JobWarning warning) => warning.Scene is { } scene && !warning.Message.Contains("scene", StringComparison.OrdinalIgnoreCase)
        ? string.Create(CultureInfo.InvariantCulture, $"Warning: {warning.Message} (scene {scene + 1})")
        : $"Warning: {warning.Message}";
}
