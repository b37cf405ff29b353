using Reelwright.Bench.Measuring;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Rendering;

/// <summary>
/// What a film costs beside the encode that cannot be avoided. For each ad a fresh server over an empty folder: 1 from the creation of the
/// job to its completion, 2 the bare encode of the film that came of it. Then, on a server that stays, two films one after the other and
/// two at once.
/// </summary>
internal static class RenderProgram
{
    public const string Option = "--render";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = RenderOptions.Parse(arguments);
        var rows = new List<RenderRow>();
        var failures = new List<string>();
        PairCost? pair = null;
        foreach (var ad in options.Ads)
        {
            Console.Error.WriteLine(ad.Name);
            try
            {
                rows.Add(await MeasureAsync(options, ad, cancellationToken));
            }
            catch (Exception exception) when (exception is BenchFailedException or HttpRequestException or IOException)
            {
                // One ad that fails says so under the table, and the others are measured all the same.
                failures.Add($"{ad.Name}: {exception.Message}");
            }
        }

        try
        {
            pair = await PairAsync(options, cancellationToken);
        }
        catch (Exception exception) when (exception is BenchFailedException or HttpRequestException or IOException)
        {
            failures.Add($"Two films at once: {exception.Message}");
        }

        var table = RenderTable.Write(rows, pair, failures, options.Commit);
        Console.WriteLine(table);
        if (options.Out is { } file)
        {
            await File.WriteAllTextAsync(file, table, cancellationToken);
        }

        return failures.Count == 0 ? 0 : 1;
    }

    private static async Task<RenderRow> MeasureAsync(RenderOptions options, RenderAd ad, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("reelwright-render-");
        try
        {
            // 1
            var foreign = new ForeignLoad();
            var film = Path.Combine(folder.FullName, "film.mp4");
            FilmCost cost;
            await using (var server = await RenderServer.StartAsync(options, Path.Combine(folder.FullName, "data"), forOneAd: true, cancellationToken))
            {
                cost = await FilmMaking.MeasureAsync(server, ad, film, cancellationToken);
            }

            // 2
            var bare = await BareEncode.MeasureAsync(film, cancellationToken);
            return new RenderRow(ad, cost, bare, foreign.Share());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<PairCost> PairAsync(RenderOptions options, CancellationToken cancellationToken)
    {
        Console.Error.WriteLine("two films at once");
        var ad = new RenderAd(15, "9:16");
        var folder = Directory.CreateTempSubdirectory("reelwright-render-");
        try
        {
            await using var server = await RenderServer.StartAsync(options, Path.Combine(folder.FullName, "data"), forOneAd: false, cancellationToken);
            string Film(int number) => Path.Combine(folder.FullName, $"{number}.mp4");

            // The first warms the server up, and fills the cache from which all others take their plan and picture.
            await FilmMaking.MeasureAsync(server, ad, Film(0), cancellationToken);
            var first = await FilmMaking.MeasureAsync(server, ad, Film(1), cancellationToken);
            var second = await FilmMaking.MeasureAsync(server, ad, Film(2), cancellationToken);
            var both = await Task.WhenAll(FilmMaking.MeasureAsync(server, ad, Film(3), cancellationToken), FilmMaking.MeasureAsync(server, ad, Film(4), cancellationToken));
            return new PairCost(ad, first.Wall + second.Wall, both.Max(film => film.Wall), both.Max(film => film.Memory), first.Cpu, await BareEncode.MeasureAsync(Film(1), cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
