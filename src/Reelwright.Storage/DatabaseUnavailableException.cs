using System.Data.Common;

namespace Reelwright.Storage;

/// <summary>
/// The database can't be reached, or did not answer in time. Whether what was asked has been done is not known; asking again is safe.
/// </summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner) : DbException(message, inner);
