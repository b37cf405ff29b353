namespace Reelwright.Messaging.Broker;

/// <summary>The broker closed or refused something that the session needs; the link opens a new connection.</summary>
internal sealed class BrokerException(string message) : Exception(message);
