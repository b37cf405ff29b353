using System.Text.Unicode;

namespace Reelwright.Bench.Fakes;

/// <summary>Writes the answers of the fake services, without an allocation, into a buffer that a connection uses again.</summary>
internal sealed class AnswerWriter
{
    private const string Plan =
        "{\"scenes\":[" +
        "{\"index\":0,\"role\":\"hook\",\"title\":\"Dawn\",\"prompt\":\"Scene 1, cinematic shot of the product on a wooden table at dawn, soft light from the left\",\"duration\":7.5,\"start_time\":0,\"end_time\":7.5,\"camera\":\"slow_pan\",\"transition\":\"crossfade\"}," +
        "{\"index\":1,\"role\":\"problem\",\"title\":\"Noon\",\"prompt\":\"Scene 2, close shot of a hand that reaches for the product, bright summer energy\",\"duration\":7.5,\"start_time\":7.5,\"end_time\":15,\"camera\":\"push_in\",\"transition\":\"crossfade\"}," +
        "{\"index\":2,\"role\":\"product\",\"title\":\"Dusk\",\"prompt\":\"Scene 3, the product turns slowly before a plain background, long shadows\",\"duration\":7.5,\"start_time\":15,\"end_time\":22.5,\"camera\":\"orbit\",\"transition\":\"crossfade\"}," +
        "{\"index\":3,\"role\":\"cta\",\"title\":\"Night\",\"prompt\":\"Scene 4, the product among city lights, the name in the middle of the frame\",\"duration\":7.5,\"start_time\":22.5,\"end_time\":30,\"camera\":\"pull_out\",\"transition\":\"crossfade\"}]," +
        "\"visual_direction\":{\"style\":\"modern\",\"mood\":\"energetic\",\"lighting\":\"soft\",\"palette\":[\"#112233\",\"#ffeedd\"],\"subject\":\"product\",\"motif\":\"product\"}," +
        "\"audio\":{\"music\":{\"mood\":\"upbeat\",\"tempo_bpm\":110,\"url\":null},\"voiceover\":{\"enabled\":false,\"voice\":null,\"script\":null}}," +
        "\"text_overlays\":[{\"text\":\"Buy now\",\"start_time\":0,\"end_time\":3,\"position\":\"bottom\",\"style\":\"fade\"}],\"call_to_action\":\"Buy now\"}";

    private readonly byte[] answer = new byte[4096];
    private readonly byte[] body = new byte[3072];

    public ReadOnlyMemory<byte> Success(Unit unit, int delay)
    {
        var length = Envelope(body, unit, delay);
        return Answer("200 OK", body.AsSpan(0, length));
    }

    public ReadOnlyMemory<byte> Accepted(int operation)
    {
        Utf8.TryWrite(body, $$$"""{"operation":{"id":"{{{operation}}}","status":"running"}}""", out var length);
        Utf8.TryWrite(answer, $"HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nLocation: /operations/{operation}\r\nContent-Length: {length}\r\n\r\n", out var head);
        body.AsSpan(0, length).CopyTo(answer.AsSpan(head));
        return answer.AsMemory(0, head + length);
    }

    public ReadOnlyMemory<byte> Running(int operation)
    {
        Utf8.TryWrite(body, $$$"""{"operation":{"id":"{{{operation}}}","status":"running"}}""", out var length);
        return Answer("200 OK", body.AsSpan(0, length));
    }

    public ReadOnlyMemory<byte> Ended(int operation, Unit unit, int delay)
    {
        Utf8.TryWrite(body, $$$"""{"operation":{"id":"{{{operation}}}","status":"succeeded"},""", out var start);
        var length = Envelope(body.AsSpan(start - 1), unit, delay);

        // The envelope's own brace fell on the comma's place.
        body[start - 1] = (byte)',';
        return Answer("200 OK", body.AsSpan(0, start - 1 + length));
    }

    public ReadOnlyMemory<byte> Answer(string status, ReadOnlySpan<byte> json)
    {
        var target = json.Length < answer.Length - 256 ? answer : new byte[json.Length + 256];
        Utf8.TryWrite(target, $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n", out var head);
        json.CopyTo(target.AsSpan(head));
        return target.AsMemory(0, head + json.Length);
    }

    private static int Envelope(Span<byte> target, Unit unit, int delay)
    {
        var seconds = delay / 1000.0;
        int length;
        _ = unit.Stage switch
        {
            FakeStage.Parse => Utf8.TryWrite(target, $$$"""{"success":true,"result":{{{Plan}}},"cost":{{{Prices.Of(unit.Stage)}}},"processing_time":{{{seconds}}}}""", out length),
            FakeStage.Image => Utf8.TryWrite(
                target,
                $$$"""{"success":true,"result":{"image_url":"http://127.0.0.1:9/files/{{{unit.Job}}}.png","seed":4242},"cost":{{{Prices.Of(unit.Stage)}}},"processing_time":{{{seconds}}}}""",
                out length),
            FakeStage.Video => Utf8.TryWrite(
                target,
                $$$"""{"success":true,"result":{"video_url":"http://127.0.0.1:9/files/{{{unit.Job}}}-{{{unit.Scene}}}.mp4","duration":7.5,"resolution":"1920x1080"},"cost":{{{Prices.Of(unit.Stage)}}},"processing_time":{{{seconds}}}}""",
                out length),
            _ => Utf8.TryWrite(
                target,
                $$$"""{"success":true,"result":{"video_url":"http://127.0.0.1:9/files/{{{unit.Job}}}.mp4","thumbnail_url":"http://127.0.0.1:9/files/{{{unit.Job}}}.jpg","captions_url":"http://127.0.0.1:9/files/{{{unit.Job}}}.srt","duration":30,"resolution":"1920x1080","file_size":12345678},"cost":{{{Prices.Of(unit.Stage)}}},"processing_time":{{{seconds}}}}""",
                out length),
        };
        return length;
    }
}
