namespace Reelwright.Simulation.World;

/// <summary>A body whose connection breaks before its end.</summary>
internal sealed class CutStream(byte[] beginning) : MemoryStream(beginning, writable: false)
{
    public override int Read(Span<byte> buffer) => Checked(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Checked(base.Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    private static int Checked(int read) =>
        read > 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
}
