using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Serving;

/// <summary>
/// The server that works on a data folder, as it describes itself there (<c>server.json</c>), so that other commands find it on whatever
/// port it listens. The file may outlive a server that was killed: its reader asks the address whether a server answers.
/// </summary>
/// <param name="Temporary">A command started it; it stops when no command uses it.</param>
/// <param name="Resumed">Jobs that were not finished when it started, and with which it goes on.</param>
internal sealed record RunningServer(string Url, int ProcessId, bool Temporary = false, IReadOnlyList<UnfinishedJob>? Resumed = null)
{
    private const string FileName = "server.json";

    public static RunningServer? Read(string dataFolder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(dataFolder, FileName)), RunningServerJson.Default.RunningServer);
        }
        catch (Exception problem) when (problem is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Disposing what is returned removes the file.</summary>
    public IDisposable WriteTo(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, FileName);
        var partial = $"{path}.{ProcessId}";
        File.WriteAllText(partial, JsonSerializer.Serialize(this, RunningServerJson.Default.RunningServer));
        File.Move(partial, path, overwrite: true);
        return new Entry(path);
    }

    private sealed class Entry(string path) : IDisposable
    {
        // The whole folder may have been removed under the server.
        public void Dispose()
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RunningServer))]
internal sealed partial class RunningServerJson : JsonSerializerContext;
