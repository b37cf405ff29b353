using Reelwright.Contracts.Services;
using Reelwright.Media.Film;
using Reelwright.Media.Scenes;

namespace Reelwright.Composition.Films;

/// <summary>The plan of a film whose scenes are all drawn here, for a preview before the film is made.</summary>
public static class DrawnFilm
{
    /// <param name="request">Its clip URLs are not used.</param>
    /// <param name="recipes">One a scene, in their order.</param>
    /// <param name="frame">Pixels; even. Any size of the request's aspect ratio.</param>
    /// <param name="folder">Existing folder for intermediate files.</param>
    public static FilmPlan Plan(ComposeRequest request, IReadOnlyList<SceneRecipe> recipes, (int Width, int Height) frame, string folder)
    {
        var clips = recipes.Select(recipe => (ClipSource)new ClipSource.Drawn(recipe, ReferenceImage: null));
        return FilmPlanner.Plan(request, new FilmMaterials([.. clips], new Ornaments(null, null, [])), frame, folder);
    }
}
