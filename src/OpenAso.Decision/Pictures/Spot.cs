namespace OpenAso.Decision.Pictures;

/// <summary>A place on a picture, in its own units from the upper left corner.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A part of a picture.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double Middle => Left + (Width / 2);

    public bool Meets(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
