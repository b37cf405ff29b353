using System.ComponentModel.DataAnnotations;

namespace Reelwright.MediaFiles;

/// <summary>Section <c>Reelwright:Media</c>.</summary>
public sealed class MediaFilesOptions
{
    /// <summary>Absolute URL under which a Reelwright host serves the store (<c>MEDIA_URL</c>), without a slash at its end.</summary>
    [Required]
    [Url]
    public string Url { get; set; } = "http://127.0.0.1:8000/media";

    /// <summary>Folder of the store (<c>MEDIA_FOLDER</c>); <c>{DATA_DIR}/media</c> when not given.</summary>
    [Required]
    public string Folder { get; set; } = string.Empty;

    /// <summary>
    /// Secret that signs media URLs (<c>MEDIA_SIGNING_KEY</c>), at least 32 characters and the same for all processes that share the store.
    /// When not given, a key is generated once and kept in <see cref="SigningKeyFile"/>.
    /// </summary>
    [MinLength(32)]
    public string? SigningKey { get; set; }

    /// <summary>File of the generated key, readable by its owner only; <c>{DATA_DIR}/media-signing.key</c> when not given.</summary>
    [Required]
    public string SigningKeyFile { get; set; } = string.Empty;

    /// <summary>Lifetime of a URL for a user; 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan UserLinkLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Lifetime of a URL from one service to another; 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan ServiceLinkLifetime { get; set; } = TimeSpan.FromHours(24);
}
