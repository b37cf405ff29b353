using System.Text;
using Reelwright.Terminal;

namespace Reelwright.Generating;

/// <summary>Where the film goes.</summary>
internal static class FilmPath
{
    private const int LongestName = 48;
    private const string Extension = ".mp4";

    /// <summary>
    /// The path that was asked for; in a folder that was asked for, or in the current one, a name made of the prompt's words that is not
    /// taken.
    /// </summary>
    /// <exception cref="CommandException">Nothing can be written there: better said before money is spent.</exception>
    public static string Choose(string? asked, string prompt)
    {
        if (asked is { Length: > 0 } && !Directory.Exists(asked) && !Path.EndsInDirectorySeparator(asked))
        {
            var path = Path.GetFullPath(Path.HasExtension(asked) ? asked : asked + Extension);
            CheckFolder(Path.GetDirectoryName(path)!);
            return path;
        }

        var folder = Path.GetFullPath(asked is { Length: > 0 } ? asked : ".");
        CheckFolder(folder);
        return Untaken(folder, NameFrom(prompt));
    }

    /// <summary>The first words in lower case with hyphens, in whatever script: <c>create-a-30-second-instagram-ad</c>.</summary>
    public static string NameFrom(string prompt)
    {
        var name = new StringBuilder();
        foreach (var rune in prompt.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                name.Append(Rune.ToLowerInvariant(rune));
            }
            else if (name is { Length: > 0 } && name[^1] != '-')
            {
                if (name.Length >= LongestName / 2)
                {
                    break;
                }

                name.Append('-');
            }

            if (name.Length >= LongestName)
            {
                break;
            }
        }

        return name.ToString().Trim('-') is { Length: > 0 } words ? words : "ad";
    }

    /// <exception cref="CommandException">Nothing can be written to the folder.</exception>
    public static void CheckWritable(string folder)
    {
        try
        {
            var trial = Path.Combine(folder, $".reelwright-{Environment.ProcessId}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.BadInput, $"--out: nothing can be written to {folder}: {problem.Message}", problem);
        }
    }

    private static string Untaken(string folder, string name)
    {
        var path = Path.Combine(folder, name + Extension);
        for (var number = 2; File.Exists(path); number++)
        {
            path = Path.Combine(folder, $"{name}-{number}{Extension}");
        }

        return path;
    }

    private static void CheckFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException(
                ExitCodes.BadInput, $"--out: there is no folder {folder}. Make it first, or give the path of a file or folder in one that exists.");
        }

        CheckWritable(folder);
    }
}
