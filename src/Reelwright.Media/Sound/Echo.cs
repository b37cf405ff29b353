namespace Reelwright.Media.Sound;

/// <summary>An echo that jumps from side to side and gets darker.</summary>
internal sealed class Echo(double seconds, float feedback)
{
    private readonly float[] _left = new float[Math.Max(1, StereoTrack.Samples(seconds))];
    private readonly float[] _right = new float[Math.Max(1, StereoTrack.Samples(seconds))];
    private int _at;
    private float _darkLeft;
    private float _darkRight;

    public (float Left, float Right) Next(float left, float right)
    {
        _darkLeft += 0.35f * (_left[_at] - _darkLeft);
        _darkRight += 0.35f * (_right[_at] - _darkRight);
        _left[_at] = ((left + right) * 0.5f) + (_darkRight * feedback);
        _right[_at] = _darkLeft * feedback;
        _at = _at + 1 == _left.Length ? 0 : _at + 1;
        return (_darkLeft, _darkRight);
    }
}
