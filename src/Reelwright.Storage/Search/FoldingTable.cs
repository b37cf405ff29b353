using System.Globalization;

namespace Reelwright.Storage.Search;

/// <summary>
/// What <c>folding.txt</c> says: mappings, combining classes and compositions of Unicode. Read when the first text needs it.
/// </summary>
internal sealed class FoldingTable
{
    private const string Resource = "Reelwright.Storage.Search.folding.txt";

    // Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties.txt.
    private static readonly (int First, int Last)[] Ignorable =
    [
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E),
        (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    ];

    private static readonly Lazy<FoldingTable> Lazily = new(() => new FoldingTable());

    private readonly Dictionary<int, byte> classes = [];

    private FoldingTable()
    {
        using var reader = new StreamReader(typeof(FoldingTable).Assembly.GetManifestResourceStream(Resource)!);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            switch (parts[0])
            {
                case "m":
                    Mappings.Add(Hex(parts[1]), [.. parts[2..].Where(part => part.Length > 0).Select(Hex)]);
                    break;
                case "c":
                    AddClass(byte.Parse(parts[1], CultureInfo.InvariantCulture), parts[2..]);
                    break;
                case "p":
                    Pairs.Add((Hex(parts[1]), Hex(parts[2])), Hex(parts[3]));
                    break;
                default:
                    break;
            }
        }
    }

    public static FoldingTable Instance => Lazily.Value;

    public Dictionary<int, int[]> Mappings { get; } = [];

    public Dictionary<(int First, int Second), int> Pairs { get; } = [];

    public static bool IsIgnorable(int point) => point >= Ignorable[0].First && Ignorable.Any(range => point >= range.First && point <= range.Last);

    /// <summary>0 of a letter and all that does not combine.</summary>
    public int ClassOf(int point) => point < 0x300 ? 0 : classes.GetValueOrDefault(point);

    private void AddClass(byte number, string[] ranges)
    {
        foreach (var range in ranges)
        {
            var ends = range.Split('-');
            for (var point = Hex(ends[0]); point <= Hex(ends[1]); point++)
            {
                classes.Add(point, number);
            }
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
