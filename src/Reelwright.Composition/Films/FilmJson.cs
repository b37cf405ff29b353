using System.Text.Json.Serialization;
using Reelwright.Media.Film.Quality;

namespace Reelwright.Composition.Films;

/// <summary>JSON of the quality report, which a result has beyond the contract.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FilmQuality))]
internal sealed partial class FilmJson : JsonSerializerContext;
