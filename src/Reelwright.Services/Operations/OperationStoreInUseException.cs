namespace Reelwright.Services.Operations;

/// <summary>Another process uses the same operation store. Only one may, because each would resume the other's work.</summary>
public sealed class OperationStoreInUseException : Exception
{
    public OperationStoreInUseException()
        : this("the operation store")
    {
    }

    public OperationStoreInUseException(string path)
        : this(path, null)
    {
    }

    public OperationStoreInUseException(string path, Exception? innerException)
        : base($"{path} is in use by another Reelwright process. Stop that one, or give this one its own folder (DATA_DIR).", innerException)
    {
    }
}
