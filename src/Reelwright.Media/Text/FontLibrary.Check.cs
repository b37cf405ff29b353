using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Text;

public sealed partial class FontLibrary
{
    private const string Noto = "apt-get install fonts-noto-core; macOS has its own, or brew install --cask font-noto-sans";
    private const string NotoCjk = "apt-get install fonts-noto-cjk; macOS has its own";

    // A word of each script, drawn by one font.
    private static readonly (string Script, string Sample, string Package)[] _samples =
    [
        ("Latin", "Straße", "apt-get install fonts-inter fonts-noto-core; macOS: brew install --cask font-inter"),
        ("Cyrillic", "Мир", Noto),
        ("Greek", "Φως", Noto),
        ("Arabic", "سلام", Noto),
        ("Hebrew", "שלום", Noto),
        ("Devanagari", "नमस्ते", Noto),
        ("Thai", "สวัสดี", Noto),
        ("Chinese", "你好", NotoCjk),
        ("Japanese", "こんにちは", NotoCjk),
        ("Korean", "안녕", NotoCjk),
    ];

    /// <summary>Whether the scripts of the world can be written, and whether in the fonts the films are designed for.</summary>
    public async Task<IReadOnlyList<MediaFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var catalogue = await CatalogueAsync(cancellationToken).ConfigureAwait(false);
        var inter = catalogue.Find("Inter Display", 800) ?? catalogue.Find("Inter", 800);
        var design = new MediaFinding
        {
            Name = "font Inter",
            Found = inter is not null,
            Required = false,
            Detail = inter?.FilePath ?? "films are set in another font",
            Cure = inter is null ? "Install it (apt-get install fonts-inter; macOS: brew install --cask font-inter)." : null,
        };
        return [design, .. _samples.Select(sample => Script(catalogue, sample))];
    }

    private MediaFinding Script(FontCatalogue catalogue, (string Script, string Sample, string Package) sample)
    {
        var chain = Chain(catalogue, 700, display: false, HanForms.For(null, sample.Sample));
        var face = chain.For(sample.Sample);
        return new MediaFinding
        {
            Name = $"font for {sample.Script}",
            Found = face is not null,
            Required = sample.Script == "Latin",
            Detail = face?.Family ?? "text in this script would be left out of films",
            Cure = face is null ? $"Install one ({sample.Package})." : null,
        };
    }
}
