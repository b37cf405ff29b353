using System.Text.Json;

namespace Reelwright.Contracts.Tests.Golden;

/// <summary>Values that several samples share.</summary>
internal static class Samples
{
    public static Guid Job { get; } = new("550e8400-e29b-41d4-a716-446655440000");

    /// <summary>2025-11-14T10:30:00Z, given in another offset and with a fraction that the wire does not show.</summary>
    public static DateTimeOffset Created { get; } = new(2025, 11, 14, 12, 30, 0, 987, TimeSpan.FromHours(2));

    public static DateTimeOffset Updated { get; } = new(2025, 11, 14, 10, 32, 15, TimeSpan.Zero);

    public static JsonElement Json(string json) => JsonElement.Parse(json);
}
