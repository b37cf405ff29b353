namespace Reelwright.Media.Motifs;

/// <summary>All motifs.</summary>
internal static class MotifShelf
{
    private static readonly AbstractMotif Unknown = new();

    internal static IReadOnlyList<Motif> All { get; } =
    [
        Unknown,
        new WatchMotif(),
        new CoffeeMotif(),
    ];

    internal static Motif Find(string name) => All.FirstOrDefault(motif => motif.Name == name) ?? Unknown;
}
