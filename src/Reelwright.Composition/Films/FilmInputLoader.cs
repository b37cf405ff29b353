using Reelwright.Contracts.Services;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Films;

/// <summary>The local copies of all that a request names by URL: a source for each scene, logo and music.</summary>
internal sealed record FilmMaterials(IReadOnlyList<ClipSource> Clips, Ornaments Ornaments);

/// <summary>Fetches it.</summary>
internal sealed class FilmInputLoader(ClipSources clips, LogoAndMusic ornaments)
{
    public async Task<FilmMaterials> LoadAsync(ComposeRequest request, WorkContext context, CancellationToken cancellationToken) => new(
        await clips.FindAsync(request.Scenes, context, cancellationToken),
        await ornaments.FetchAsync(request, context, cancellationToken));
}
