using Reelwright.Contracts.Services;
using Reelwright.Media.Film.Provenance;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Films;

/// <summary>
/// The origin of a film. Our local providers draw by algorithm; everything from other providers counts as made by a trained model,
/// because a superfluous mark does no harm.
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
            Trained = credits.Any(credit => credit.Provider != Local) || clips.Any(clip => clip is not ClipSource.Drawn { ReferenceImage: null }),
        };
    }
}
