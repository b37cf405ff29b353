using System.Text;

namespace Reelwright.PromptParser.Providers.Local;

/// <summary>The same number for the same text on every machine and in every version (FNV-1a with a final avalanche).</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(params ReadOnlySpan<string> parts)
    {
        var hash = Offset;
        foreach (var part in parts)
        {
            foreach (var octet in Encoding.UTF8.GetBytes(part))
            {
                hash = (hash ^ octet) * Prime;
            }

            hash = (hash ^ 0xFF) * Prime;
        }

        return Mix(hash);
    }

    public static ulong Mix(ulong seed, string key) => Mix(seed ^ Of(key));

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
