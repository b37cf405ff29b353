namespace Reelwright.Media.Scenes;

/// <summary>A rectangle in pixels.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CentreX => X + (Width / 2);

    public double CentreY => Y + (Height / 2);

    /// <summary>A square around a point.</summary>
    public static Box Around(double centreX, double centreY, double side) =>
        new(centreX - (side / 2), centreY - (side / 2), side, side);

    /// <summary>A rectangle around a point.</summary>
    public static Box Around(double centreX, double centreY, double width, double height) =>
        new(centreX - (width / 2), centreY - (height / 2), width, height);

    public bool Contains(Box other) =>
        other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    internal Box Scale(double x, double y) => new(X * x, Y * y, Width * x, Height * y);
}
