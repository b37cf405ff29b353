using System.Buffers.Binary;
using System.Buffers.Text;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Results;

/// <summary>A position in the list of jobs as clients receive it: 24 bytes in base64url, opaque to clients.</summary>
internal static class PageCursor
{
    private const int TicksBytes = 8;
    private const int IdBytes = 16;

    public static string ToText(JobRecord last)
    {
        Span<byte> bytes = stackalloc byte[TicksBytes + IdBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, last.CreatedAt.UtcTicks);
        last.Id.Value.TryWriteBytes(bytes[TicksBytes..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null when the text is not a cursor.</summary>
    public static JobCursor? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[TicksBytes + IdBytes];
        if (text.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written)
            || written != bytes.Length)
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new JobCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new JobId(new Guid(bytes[TicksBytes..], bigEndian: true)))
            : null;
    }
}
