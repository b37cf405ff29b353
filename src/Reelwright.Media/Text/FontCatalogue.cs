using System.Globalization;

namespace Reelwright.Media.Text;

/// <summary>The installed fonts, from <c>fc-list</c>.</summary>
internal sealed class FontCatalogue
{
    /// <summary>What fc-list is asked for; the fields are separated by tabs, which no field holds.</summary>
    public const string Format = "%{file}\\t%{index}\\t%{weight}\\t%{family}\\n";

    private readonly Dictionary<string, List<FontFace>> _families;

    private FontCatalogue(Dictionary<string, List<FontFace>> families) => _families = families;

    public IEnumerable<string> Families => _families.Keys;

    public static FontCatalogue Parse(string listing)
    {
        var families = new Dictionary<string, List<FontFace>>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in listing.Split('\n'))
        {
            if (line.Split('\t') is not [var file, var index, var weight, var names]
                || !int.TryParse(index, CultureInfo.InvariantCulture, out var number)
                || !double.TryParse(weight, CultureInfo.InvariantCulture, out var fontconfigWeight)
                || !IsOpenType(file))
            {
                continue;
            }

            // Named instances of variable fonts have the instance in the upper half of the index; libass cannot ask for one.
            if (number >> 16 != 0)
            {
                continue;
            }

            foreach (var name in names.Split(','))
            {
                if (!families.TryGetValue(name, out var faces))
                {
                    families[name] = faces = [];
                }

                faces.Add(new FontFace(name, CssWeight(fontconfigWeight), file, number));
            }
        }

        return new FontCatalogue(families);
    }

    public FontFace? Find(string family, int weight) =>
        _families.TryGetValue(family, out var faces) ? faces.MinBy(face => Math.Abs(face.Weight - weight)) : null;

    private static bool IsOpenType(string file) => Path.GetExtension(file).ToUpperInvariant() is ".OTF" or ".TTF" or ".TTC" or ".OTC";

    // https://www.freedesktop.org/software/fontconfig/fontconfig-devel/fcweighttoopentypedouble.html
    private static int CssWeight(double fontconfig) => fontconfig switch
    {
        < 20 => 100,
        < 45 => 200,
        < 53 => 300,
        < 90 => 400,
        < 140 => 500,
        < 190 => 600,
        < 203 => 700,
        < 208 => 800,
        _ => 900,
    };
}
