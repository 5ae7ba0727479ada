namespace Dissemination.Channels;

/// <summary>The picture of a post.</summary>
/// <param name="Blob">Its name in the <c>media</c> container.</param>
/// <param name="Alt">Its words for those who cannot see it.</param>
/// <param name="IsCard">Whether it shows the words of the post itself, and so is never left out.</param>
internal sealed record PostPicture(string Blob, string ContentType, string Alt, bool IsCard = false)
{
    /// <summary>What is written below it.</summary>
    public string? Caption { get; init; }

    /// <summary>Its bytes; 0 where that is not known.</summary>
    public long Length { get; init; }
}
