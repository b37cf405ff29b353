namespace Reelwright.MediaFiles;

/// <summary>The media folder or the signing key can't be used. Its message names the file and the cure.</summary>
public sealed class MediaSetupException : Exception
{
    public MediaSetupException()
        : this("The media store can't be used.")
    {
    }

    public MediaSetupException(string message)
        : this(message, null)
    {
    }

    public MediaSetupException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
