namespace Reelwright.Messaging.Broker;

/// <summary>The broker ended something that we need: the connection must be made anew.</summary>
internal sealed class BrokerException(string message) : Exception(message);
