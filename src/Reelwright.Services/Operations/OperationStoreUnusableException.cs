namespace Reelwright.Services.Operations;

/// <summary>The service's database is damaged, foreign or newer, or can't be written. Its message names the file and the cure.</summary>
public sealed class OperationStoreUnusableException : Exception
{
    public OperationStoreUnusableException()
        : this("The operation store can't be used.")
    {
    }

    public OperationStoreUnusableException(string message)
        : this(message, null)
    {
    }

    public OperationStoreUnusableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
