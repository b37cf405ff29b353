using Reelwright.Contracts.Services;
using Reelwright.Media.Film.Provenance;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Films;

/// <summary>
/// Where a film comes from. What our local providers draw is purely algorithmic; everything of somebody else's counts as made by a trained model,
/// because that is what such providers are, and a mark too many does no harm.
/// </summary>
internal static class FilmOrigins
{
    private const string Local = "local";
    private const string Own = $"composition: {Local}";

    public static FilmOrigin Of(ComposeRequest request, IReadOnlyList<ClipSource> clips, WorkContext context)
    {
        var credits = request.Providers ?? [];
        return new FilmOrigin
        {
            Job = context.JobId,
            Makers = [.. credits.Select(credit => $"{credit.Stage}: {credit.Provider}"), Own],
            Trained = credits.Any(credit => credit.Provider != Local) || clips.Any(clip => clip is not ClipSource.Drawn { Plate: null }),
        };
    }
}
