namespace Dissemination.Content;

/// <summary>A picture as it is published: drawn by this program, and so without anything that its camera wrote into it.</summary>
/// <param name="ContentType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">Upright, in pixels.</param>
/// <param name="Height">Upright, in pixels.</param>
internal sealed record DrawnPicture(ReadOnlyMemory<byte> Bytes, string ContentType, int Width, int Height)
{
    public const string Png = "image/png";

    public const string Jpeg = "image/jpeg";
}
