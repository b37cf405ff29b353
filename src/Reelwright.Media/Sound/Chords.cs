namespace Reelwright.Media.Sound;

/// <summary>Chords as semitones above the key's tonic, their own root first. Upper case is major, lower case minor.</summary>
internal static class Chords
{
    public static readonly int[] I = [0, 4, 7];
    public static readonly int[] IMaj7 = [0, 4, 7, 11];
    public static readonly int[] IAdd9 = [0, 4, 7, 14];
    public static readonly int[] IOverThird = [4, 7, 12];
    public static readonly int[] Ii7 = [2, 5, 9, 12];
    public static readonly int[] Iii7 = [4, 7, 11, 14];
    public static readonly int[] Iv = [5, 9, 12];
    public static readonly int[] IvMaj7 = [5, 9, 12, 16];
    public static readonly int[] IvAdd9 = [5, 9, 12, 19];
    public static readonly int[] V = [7, 11, 14];
    public static readonly int[] VSus = [7, 12, 14];
    public static readonly int[] VOverSeventh = [11, 14, 19];
    public static readonly int[] Vi = [9, 12, 16];
    public static readonly int[] Vi7 = [9, 12, 16, 19];

    public static readonly int[] MinorI = [0, 3, 7];
    public static readonly int[] MinorI9 = [0, 3, 7, 14];
    public static readonly int[] MinorIII = [3, 7, 10];
    public static readonly int[] MinorIv = [5, 8, 12];
    public static readonly int[] MinorIv7 = [5, 8, 12, 15];
    public static readonly int[] MinorV7 = [7, 10, 14, 17];
    public static readonly int[] MinorVI = [8, 12, 15];
    public static readonly int[] MinorVIMaj7 = [8, 12, 15, 19];
    public static readonly int[] MinorVII = [10, 14, 17];
}
