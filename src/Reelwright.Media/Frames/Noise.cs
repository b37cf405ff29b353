namespace Reelwright.Media.Frames;

/// <summary>Numbers that look random and are the same on every machine and runtime.</summary>
internal struct Noise(uint seed)
{
    private uint _state = Hash(seed ^ 0x9E3779B9);

    /// <summary>0 to 1, 1 excluded.</summary>
    public float Next()
    {
        _state += 0x9E3779B9;
        return (Hash(_state) >> 8) * (1f / (1 << 24));
    }

    public float Next(float low, float high) => low + ((high - low) * Next());

    /// <summary>The finaliser of MurmurHash3, by Austin Appleby.</summary>
    public static uint Hash(uint value)
    {
        value ^= value >> 16;
        value *= 0x85EBCA6B;
        value ^= value >> 13;
        value *= 0xC2B2AE35;
        return value ^ (value >> 16);
    }
}
