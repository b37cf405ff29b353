namespace Reelwright.Hosting.Outbound;

/// <summary>The guard did not let a request out. The sentence names the URL's host and never an address behind it.</summary>
public sealed class OutboundRefusedException : Exception
{
    public OutboundRefusedException()
    {
    }

    public OutboundRefusedException(string message)
        : base(message)
    {
    }

    public OutboundRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
