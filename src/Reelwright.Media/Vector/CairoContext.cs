using Microsoft.Win32.SafeHandles;

namespace Reelwright.Media.Vector;

/// <summary>Owns one cairo_t.</summary>
internal sealed class CairoContext() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Cairo.ContextDestroy(handle);
        return true;
    }
}
