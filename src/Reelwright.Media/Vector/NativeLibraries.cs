using System.Reflection;
using System.Runtime.InteropServices;

namespace Reelwright.Media.Vector;

/// <summary>Finds the C libraries that draw vectors under the names that Linux and macOS give them.</summary>
internal static class NativeLibraries
{
    internal const string Rsvg = "rsvg-2";
    internal const string Cairo = "cairo";
    internal const string GObject = "gobject-2.0";
    internal const string GLib = "glib-2.0";

    private static readonly Dictionary<string, (string Linux, string Mac)> Names = new()
    {
        [Rsvg] = ("librsvg-2.so.2", "librsvg-2.2.dylib"),
        [Cairo] = ("libcairo.so.2", "libcairo.2.dylib"),
        [GObject] = ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
        [GLib] = ("libglib-2.0.so.0", "libglib-2.0.0.dylib"),
    };

    // Homebrew's folders: dlopen does not look into them by itself.
    private static readonly string[] MacFolders = ["/opt/homebrew/lib", "/usr/local/lib"];

    private static readonly Lock Gate = new();
    private static bool _registered;

    /// <summary>Must run before the first call into any of the libraries.</summary>
    internal static void Register()
    {
        lock (Gate)
        {
            if (!_registered)
            {
                NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
                LargeBlocks.GiveBack();
                _registered = true;
            }
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (!Names.TryGetValue(name, out var names))
        {
            return 0;
        }

        foreach (var candidate in Candidates(names))
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        throw new VectorLibraryMissingException(name);
    }

    private static IEnumerable<string> Candidates((string Linux, string Mac) names) =>
        OperatingSystem.IsMacOS()
            ? MacFolders.Select(folder => Path.Combine(folder, names.Mac)).Prepend(names.Mac)
            : [names.Linux];
}
