using System.Text.Json.Serialization;
using Reelwright.Media.Film.Quality;

namespace Reelwright.Composition.Films;

/// <summary>JSON of what a result carries beyond the contract: warnings and the quality report.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(FilmQuality))]
internal sealed partial class FilmJson : JsonSerializerContext;
