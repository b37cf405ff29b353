using Microsoft.Win32.SafeHandles;

namespace Reelwright.Media.Vector;

/// <summary>Owns one cairo_surface_t.</summary>
internal sealed class CairoSurface() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Cairo.SurfaceDestroy(handle);
        return true;
    }
}
