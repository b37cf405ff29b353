using System.Text.Json.Serialization;
using Reelwright.Engine.Jobs;

namespace Reelwright.Storage;

/// <summary>The JSON that only the database sees.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JobFailure))]
internal sealed partial class StorageJson : JsonSerializerContext;
