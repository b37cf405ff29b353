namespace Reelwright.StoreBench;

/// <summary>Texts as long as real ones.</summary>
internal static class Texts
{
    private static readonly Dictionary<int, string> Made = [];

    public static string OfLength(int length)
    {
        lock (Made)
        {
            return Made.TryGetValue(length, out var text) ? text : Made[length] = string.Concat(Enumerable.Repeat("A quiet kettle at dawn, steam in soft light. ", (length / 45) + 1))[..length];
        }
    }
}
