namespace Reelwright.Media.Motifs;

/// <summary>All motifs.</summary>
internal static class MotifShelf
{
    private static readonly AbstractMotif Unknown = new();

    internal static IReadOnlyList<Motif> All { get; } =
    [
        Unknown,
        new WatchMotif(),
        new SmartwatchMotif(),
        new PhoneMotif(),
        new CoffeeMotif(),
        new TeaMotif(),
        new PerfumeMotif(),
        new FitnessMotif(),
        new FinanceMotif(),
        new ShoeMotif(),
        new BakeryMotif(),
    ];

    internal static Motif Find(string name) => All.FirstOrDefault(motif => motif.Name == name) ?? Unknown;
}
