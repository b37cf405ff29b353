using System.Globalization;

namespace Reelwright.MediaFiles;

/// <summary>An open file of the store. The stream can seek, so that ranges can be served from it.</summary>
public sealed class MediaContent(Stream content, DateTimeOffset lastModified) : IAsyncDisposable
{
    public Stream Content { get; } = content;

    /// <summary>Bytes.</summary>
    public long Length { get; } = content.Length;

    public DateTimeOffset LastModified { get; } = lastModified;

    /// <summary>Strong validator with quotes. A put changes it.</summary>
    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"{Length:x}-{LastModified.UtcTicks:x}\"");

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
