using Microsoft.Win32.SafeHandles;

namespace Reelwright.Media.Vector;

/// <summary>Owns one RsvgHandle. A handle belongs to one thread at a time, so each drawing makes its own.</summary>
internal sealed class RsvgDocument() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Rsvg.Unref(handle);
        return true;
    }
}
