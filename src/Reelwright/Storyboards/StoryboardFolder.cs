using System.Text;
using Reelwright.Generating;
using Reelwright.Terminal;

namespace Reelwright.Storyboards;

/// <summary>The folder that a storyboard is kept in.</summary>
internal sealed class StoryboardFolder
{
    private readonly string folder;

    private StoryboardFolder(string folder) => this.folder = folder;

    /// <summary>
    /// The folder that was asked for; else one in the current folder that is named by the prompt's words and not taken. It is made when it
    /// is missing.
    /// </summary>
    /// <exception cref="CommandException">Nothing can be written there.</exception>
    public static StoryboardFolder Open(string? asked, string prompt)
    {
        var folder = asked is { Length: > 0 } ? Path.GetFullPath(asked) : Untaken(FilmPath.NameFrom(prompt));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCodes.BadInput, $"--out: the folder {folder} can not be made: {problem.Message} Give the path of a folder that you can write to.", problem);
        }

        FilmPath.CheckWritable(folder);
        return new StoryboardFolder(folder);
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Keep(string name, string text) => Keep(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Under a temporary name first, so that a reader sees the old file or the new one.</summary>
    /// <exception cref="CommandException">The disk is full, or the folder is gone.</exception>
    public void Keep(string name, byte[] content)
    {
        var temporary = PathOf($".{name}-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, PathOf(name), overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new CommandException(ExitCodes.Failed, $"{PathOf(name)} can not be written: {problem.Message} Make room, or name another folder with --out.", problem);
        }
    }

    private static string Untaken(string words)
    {
        var path = Path.GetFullPath($"{words}-storyboard");
        for (var number = 2; Path.Exists(path); number++)
        {
            path = Path.GetFullPath($"{words}-storyboard-{number}");
        }

        return path;
    }
}
