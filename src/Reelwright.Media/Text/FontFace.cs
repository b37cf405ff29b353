namespace Reelwright.Media.Text;

/// <summary>An installed font as fontconfig names it. libass finds it again by family and weight.</summary>
internal sealed record FontFace(string Family, int Weight, string FilePath, int Index)
{
    private readonly Lazy<OpenTypeFont?> _font = new(() => Open(FilePath, Index));

    /// <summary>Null when the file cannot be read.</summary>
    public OpenTypeFont? Font => _font.Value;

    public bool Equals(FontFace? other) => other is not null && other.FilePath == FilePath && other.Index == Index && other.Family == Family;

    public override int GetHashCode() => HashCode.Combine(FilePath, Index, Family);

    private static OpenTypeFont? Open(string path, int index)
    {
        try
        {
            return OpenTypeFont.Read(path, index);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
