using System.Runtime.InteropServices;

namespace Reelwright.Media.Vector;

/// <summary>The part of cairo that is used here: image surfaces and PNG.</summary>
internal static unsafe partial class Cairo
{
    internal const int FormatArgb32 = 0;
    internal const int Success = 0;

    static Cairo() => NativeLibraries.Register();

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_create")]
    internal static partial CairoSurface ImageSurfaceCreate(int format, int width, int height);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_status")]
    internal static partial int SurfaceStatus(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_flush")]
    internal static partial void SurfaceFlush(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_mark_dirty")]
    internal static partial void SurfaceMarkDirty(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_destroy")]
    internal static partial void SurfaceDestroy(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_data")]
    internal static partial byte* ImageSurfaceGetData(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_stride")]
    internal static partial int ImageSurfaceGetStride(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_write_to_png", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SurfaceWriteToPng(CairoSurface surface, string path);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_create")]
    internal static partial CairoContext ContextCreate(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_destroy")]
    internal static partial void ContextDestroy(nint context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_status_to_string")]
    private static partial nint StatusToString(int status);

    internal static string Describe(int status) => Marshal.PtrToStringUTF8(StatusToString(status)) ?? $"cairo status {status}";
}
