using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Reelwright.Bench.Load;

/// <summary>The questions to the orchestrator's API, as bytes.</summary>
internal static class Requests
{
    private static int made;

    /// <summary>An ad whose prompt is like no other's.</summary>
    public static byte[] Create()
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"prompt":"Launch advert for product number {{{Interlocked.Increment(ref made)}}} with bright summer energy","duration":30,"aspect_ratio":"16:9","brand_guidelines":{"primary_color":"#112233","secondary_color":"#ffeedd","style":"modern"}}""");
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"POST /api/v1/generate-ad HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
    }

    public static byte[] Status(Guid job) => Encoding.UTF8.GetBytes($"GET /api/v1/jobs/{job} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

    /// <summary>The job in the answer to a creation.</summary>
    public static Guid JobOf(ReadOnlySpan<byte> answer)
    {
        var name = "\"job_id\":\""u8;
        var at = answer.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(answer[(at + name.Length)..], out Guid job, out _)
            ? job
            : throw new InvalidDataException($"A creation was answered with {Encoding.UTF8.GetString(answer)}");
    }
}
