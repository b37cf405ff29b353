using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Reelwright.Contracts.Tests.Golden;

/// <summary>
/// A file that holds one wire shape as it must be: order of members, nulls, and how numbers and times are written. White space is for the
/// reader and does not count; everything else does.
/// </summary>
internal static class GoldenFile
{
    /// <summary>Writing the value gives the file, and reading the file and writing it again gives the file.</summary>
    public static void ShouldBe<T>(string name, T value, JsonTypeInfo<T> type)
    {
        var golden = Read(name);

        JsonSerializer.Serialize(value, type).ShouldBe(golden);
        JsonSerializer.Serialize(JsonSerializer.Deserialize(golden, type)!, type).ShouldBe(golden);
    }

    public static string Read(string name) => Compact(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json")));

    private static string Compact(string json)
    {
        var compact = new StringBuilder(json.Length);
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '"' && (i == 0 || json[i - 1] != '\\'))
            {
                inString = !inString;
            }

            if (inString || !char.IsWhiteSpace(json[i]))
            {
                compact.Append(json[i]);
            }
        }

        return compact.ToString();
    }
}
