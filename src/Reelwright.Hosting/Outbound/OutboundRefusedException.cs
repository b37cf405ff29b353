namespace Reelwright.Hosting.Outbound;

/// <summary>The guard refused a request. The message names the URL's host and never an IP address behind it.</summary>
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
