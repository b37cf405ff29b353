using System.Data.Common;

namespace Reelwright.Storage;

/// <summary>
/// The database is damaged, foreign, newer or closed to us. Its message is one sentence or two with the cure; asking again does not help.
/// </summary>
public sealed class DatabaseUnusableException(string message, Exception? inner = null) : DbException(message, inner);
