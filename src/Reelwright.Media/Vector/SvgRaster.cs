using System.Text;

namespace Reelwright.Media.Vector;

/// <summary>Turns SVG into pixels, in this process. Safe to call from several threads at once.</summary>
public static class SvgRaster
{
    private const string ProbeSvg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#fff"/></svg>""";

    /// <summary>
    /// Draws a document to fill a picture, keeping its proportions, on transparent ground.
    /// The document has no base address, so it can load nothing from outside itself.
    /// </summary>
    /// <exception cref="VectorLibraryMissingException">librsvg is not installed.</exception>
    /// <exception cref="InvalidDataException">The document is not SVG.</exception>
    public static BgraImage Render(string svg, int width, int height)
    {
        var image = BgraImage.Create(width, height);
        try
        {
            using var document = Open(svg);
            using var context = Cairo.ContextCreate(image.Surface);
            if (Rsvg.RenderDocument(document, context, new Rsvg.Viewport(0, 0, width, height), out var error) == 0)
            {
                throw new InvalidDataException($"The SVG could not be drawn: {Rsvg.TakeMessage(error)}.");
            }

            Cairo.SurfaceFlush(image.Surface);
            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    /// <summary>Draws one pixel. Null when all is well, else a sentence that says what to install.</summary>
    public static string? Probe()
    {
        try
        {
            using var image = Render(ProbeSvg, 1, 1);
            return image.Pixels[0] == 255 ? null : "librsvg drew a white pixel in another colour.";
        }
        catch (Exception problem) when (problem is VectorLibraryMissingException or InvalidOperationException or InvalidDataException
            or EntryPointNotFoundException or TypeInitializationException)
        {
            return problem.Message;
        }
    }

    private static unsafe RsvgDocument Open(string svg)
    {
        var bytes = Encoding.UTF8.GetBytes(svg);
        fixed (byte* data = bytes)
        {
            var document = Rsvg.New(data, (nuint)bytes.Length, out var error);
            if (document.IsInvalid)
            {
                document.Dispose();
                throw new InvalidDataException($"The SVG could not be read: {Rsvg.TakeMessage(error)}.");
            }

            return document;
        }
    }
}
