namespace Dissemination.Intake.Documents;

/// <summary>Words of a document that look alike.</summary>
/// <param name="Text">As they are stored; a line break is <c>\n</c>.</param>
/// <param name="Unicode">What they mean, where their font is an old one; null where it is not.</param>
/// <param name="Link">Where they lead, where they do.</param>
internal sealed record TextSpan(string Text, string? Unicode = null, bool Bold = false, bool Italic = false, string? Link = null)
{
    public bool LooksAs(TextSpan other) => Bold == other.Bold && Italic == other.Italic && Link == other.Link;
}
