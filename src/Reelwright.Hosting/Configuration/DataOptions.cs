using System.ComponentModel.DataAnnotations;

namespace Reelwright.Hosting.Configuration;

/// <summary>Section <c>Reelwright:Data</c>.</summary>
public sealed class DataOptions
{
    /// <summary>Folder of all local files (<c>DATA_DIR</c>): databases, media, keys, work in progress.</summary>
    [Required]
    public string Folder { get; set; } = "data";

    /// <summary>A path inside the folder.</summary>
    public string PathOf(string name) => Path.GetFullPath(Path.Combine(Folder, name));
}
