using System.ComponentModel.DataAnnotations;

namespace Reelwright.Composition;

/// <summary>Section <c>Reelwright:Composition</c>.</summary>
public sealed class CompositionOptions
{
    /// <summary>The provider: <c>local</c>.</summary>
    [AllowedValues("local")]
    public string Provider { get; set; } = "local";

    /// <summary>Largest clip that is fetched, in megabytes (10^6 bytes); 500.</summary>
    [Range(1, 10_000)]
    public int MaxClipMegabytes { get; set; } = 500;

    /// <summary>Seconds that fetching one clip may take; 120.</summary>
    [Range(1, 3600)]
    public int ClipDownloadSeconds { get; set; } = 120;
}
