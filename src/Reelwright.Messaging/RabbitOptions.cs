using System.ComponentModel.DataAnnotations;
using Reelwright.Messaging.Broker;

namespace Reelwright.Messaging;

/// <summary>
/// Section <c>Reelwright:RabbitMq</c>: the broker that carries signals between nodes. Times are written as <see cref="TimeSpan"/>:
/// <c>00:00:10</c>.
/// </summary>
public sealed class RabbitOptions : IValidatableObject
{
    /// <summary>
    /// <c>RABBITMQ_URL</c>: <c>amqp://user:password@host:5672/vhost</c>, or <c>amqps://</c> for TLS (port 5671).
    /// User, password and vhost are percent-encoded. Without it signals stay within the process, and nodes find each other's jobs by
    /// polling.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>Prefix of the names of the queue and the exchange. All nodes of one cluster use the same.</summary>
    [RegularExpression("^[A-Za-z0-9._-]{1,60}$", ErrorMessage = "Prefix must be 1 to 60 letters, digits, dots, hyphens or underscores.")]
    public string Prefix { get; set; } = "reelwright";

    /// <summary>Interval of AMQP heartbeats. A connection that is silent for two intervals is closed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest backoff between two attempts to connect. The first is 0.2 s, and each is about twice the one before.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Url) && BrokerAddress.Read(Url).Problem is { } problem)
        {
            yield return new ValidationResult($"RABBITMQ_URL {problem}", [nameof(Url)]);
        }
    }
}
