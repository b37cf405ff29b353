using System.Runtime.InteropServices;

namespace Reelwright.Media.Vector;

/// <summary>The part of librsvg, GObject and GLib that is used here.</summary>
internal static unsafe partial class Rsvg
{
    static Rsvg() => NativeLibraries.Register();

    [LibraryImport(NativeLibraries.Rsvg, EntryPoint = "rsvg_handle_new_from_data")]
    internal static partial RsvgDocument New(byte* data, nuint length, out nint error);

    [LibraryImport(NativeLibraries.Rsvg, EntryPoint = "rsvg_handle_render_document")]
    internal static partial int RenderDocument(RsvgDocument document, CairoContext context, in Viewport viewport, out nint error);

    [LibraryImport(NativeLibraries.GObject, EntryPoint = "g_object_unref")]
    internal static partial void Unref(nint instance);

    [LibraryImport(NativeLibraries.GLib, EntryPoint = "g_error_free")]
    private static partial void ErrorFree(nint error);

    /// <summary>Reads and frees a GError: <c>{ guint32 domain; gint code; gchar* message; }</c>.</summary>
    internal static string TakeMessage(nint error)
    {
        if (error == 0)
        {
            return "no reason given";
        }

        var message = Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(error, 8));
        ErrorFree(error);
        return message ?? "no reason given";
    }

    /// <summary>RsvgRectangle.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Viewport(double X, double Y, double Width, double Height);
}
