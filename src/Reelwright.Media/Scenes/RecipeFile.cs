using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Media.Scenes;

/// <summary>A recipe as a file. Its name is the SHA-256 of its bytes, so that a reader can verify them.</summary>
public sealed record RecipeFile
{
    private RecipeFile(byte[] content) => Content = content;

    /// <summary>JSON.</summary>
    public byte[] Content { get; }

    /// <summary>In lower case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Content));

    public static RecipeFile Write(SceneRecipe recipe) => new(JsonSerializer.SerializeToUtf8Bytes(recipe, RecipeJson.Default.SceneRecipe));

    /// <summary>Null when the bytes are not those that the hash was made of, or are of a version that this build does not draw.</summary>
    public static SceneRecipe? Read(byte[] content, string hash)
    {
        if (new RecipeFile(content).Hash != hash)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(content, RecipeJson.Default.SceneRecipe) is { Version: SceneRecipe.CurrentVersion } recipe ? recipe : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SceneRecipe))]
internal sealed partial class RecipeJson : JsonSerializerContext;
