namespace Reelwright.Storage.Postgres;

/// <summary><c>DATABASE_URL</c> can't be used. The message says why, and repeats no value of it.</summary>
public sealed class InvalidDatabaseUrlException(string message) : FormatException(message);
