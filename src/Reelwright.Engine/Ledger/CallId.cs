using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Ledger;

/// <summary>The identity of a row of the ledger.</summary>
/// <param name="Index">The scene of a clip; 0 where a stage makes one call.</param>
/// <param name="Generation">Rises with each purchase: after a definite failure, a voided delivery, and a repurchase of a call in
/// doubt.</param>
public readonly record struct CallId(JobId Job, string Stage, int Index, int Generation)
{
    // Any fixed namespace does; this one is the product's own.
    private static readonly Guid Namespace = new("6f0f6a52-5d0c-4f7e-9a86-2f1d3b7c9e10");

    /// <summary>UUID version 5 (RFC 9562) of the identity: the same call has the same key after any crash.</summary>
    public string ToIdempotencyKey()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Job}|{Stage}|{Index}|{Generation}");
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, input[16..]);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 defines version 5 by SHA-1; nothing here rests on its strength.
        SHA1.HashData(input[..length], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }
}
