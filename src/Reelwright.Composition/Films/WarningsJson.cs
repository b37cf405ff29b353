using System.Text.Json.Serialization;

namespace Reelwright.Composition.Films;

/// <summary>JSON of the warnings that a result carries.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class WarningsJson : JsonSerializerContext;
