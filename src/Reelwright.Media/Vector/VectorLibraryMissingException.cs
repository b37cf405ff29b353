namespace Reelwright.Media.Vector;

/// <summary>A C library that draws vectors is not installed; the message says how to install it.</summary>
public sealed class VectorLibraryMissingException : Exception
{
    public VectorLibraryMissingException()
        : this(NativeLibraries.Rsvg)
    {
    }

    public VectorLibraryMissingException(string library)
        : base($"The drawing library {library} could not be loaded. "
            + "Debian and Ubuntu: apt-get install librsvg2-2. Fedora: dnf install librsvg2. Alpine: apk add librsvg. macOS: brew install librsvg.")
    {
    }

    public VectorLibraryMissingException(string library, Exception innerException)
        : base($"The drawing library {library} could not be loaded: {innerException?.Message}", innerException)
    {
    }
}
