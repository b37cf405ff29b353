using System.Collections.Concurrent;
using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Text;

/// <summary>Finds for each character an installed font that draws it. What no font draws is left out of a film: never a box.</summary>
public sealed partial class FontLibrary(FfmpegProcess processes)
{
    private static readonly string[] _display = ["Inter Display", "Inter", "Noto Sans"];
    private static readonly string[] _text = ["Inter", "Noto Sans"];
    private static readonly string[] _scripts =
    [
        "Noto Sans Arabic", "Geeza Pro", "Noto Sans Hebrew", "Arial Hebrew", "Noto Sans Devanagari", "Kohinoor Devanagari",
        "Noto Sans Thai", "Thonburi", "Noto Sans Bengali", "Noto Sans Tamil", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math",
        "DejaVu Sans", "Helvetica Neue", "Arial", "Liberation Sans",
    ];

    private readonly ConcurrentDictionary<(HanForm Form, int Weight, bool Display), FontChain> _chains = new();
    private readonly Lock _gate = new();
    private Task<FontCatalogue>? _catalogue;

    internal Task<FontCatalogue> CatalogueAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_catalogue is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _catalogue = LoadAsync();
            }

            return _catalogue.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The fonts of one kind of text, in the order in which they are asked for a character.</summary>
    internal FontChain Chain(FontCatalogue catalogue, int weight, bool display, HanForm form) =>
        _chains.GetOrAdd((form, weight, display), _ =>
        {
            string[] preferred = [.. display ? _display : _text, .. form.Families(), .. _scripts];
            var others = catalogue.Families
                .Where(family => family.StartsWith("Noto Sans ", StringComparison.Ordinal) && !family.Contains("Mono", StringComparison.Ordinal))
                .Except(preferred)
                .Order(StringComparer.Ordinal);
            return new FontChain([.. preferred.Concat(others).Select(family => catalogue.Find(family, weight)).OfType<FontFace>()]);
        });

    private async Task<FontCatalogue> LoadAsync()
    {
        var command = new FfmpegCommand
        {
            Purpose = "list the installed fonts",
            Tool = MediaTool.FcList,
            Arguments = ["--format", FontCatalogue.Format, ":", "file", "index", "weight", "family"],
            TimeLimit = TimeSpan.FromSeconds(60),
        };
        return FontCatalogue.Parse((await processes.RunAsync(command, CancellationToken.None).ConfigureAwait(false)).Text);
    }
}
