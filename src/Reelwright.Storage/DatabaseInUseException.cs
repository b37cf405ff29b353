namespace Reelwright.Storage;

/// <summary>Another process holds the embedded database; only one may.</summary>
public sealed class DatabaseInUseException(string path, Exception inner) : Exception(
    $"The database {path} is in use by another Reelwright process. Stop that one, or give this one its own folder (DATA_DIR).",
    inner);
