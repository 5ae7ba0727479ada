namespace Dissemination.Content;

/// <summary>A picture of an item, as its author names it.</summary>
/// <param name="File">Its path in the <c>content</c> container.</param>
/// <param name="Alt">Its words for those who cannot see it.</param>
/// <param name="Caption">What is written below it.</param>
/// <param name="Words">The words that are drawn on it, as on a poster: whoever reads another language cannot read them there.</param>
internal sealed record ItemPicture(string File, string Alt, string? Caption = null, string? Words = null);
