using System.CommandLine;

namespace Reelwright.Terminal;

/// <summary>The options that several commands share.</summary>
internal static class ServerOptions
{
    public const string DataVariable = "DATA_DIR";
    public const string ServerVariable = "REELWRIGHT_SERVER";

    public static Option<string?> Server() => new("--server")
    {
        Description = $"Address of a running server; else {ServerVariable}, else the server that works on the data folder, else, when no folder is named, http://127.0.0.1:8000",
        HelpName = "url",
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = $"Folder of databases and media; else {DataVariable}, else ./data",
        HelpName = "folder",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON on stdout, for machines" };

    /// <summary>The data folder as a full path.</summary>
    public static string DataFolder(string? given) =>
        Path.GetFullPath(given ?? (Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } folder ? folder : "data"));
}
