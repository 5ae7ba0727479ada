using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Channels.Facebook;

/// <summary>
/// What a delivery keeps of its post: Facebook's id, and behind <c>~</c> which pictures it went out with, because Facebook tells that of no
/// post.
/// </summary>
/// <param name="Pictures">Eight letters of a hash; null without pictures.</param>
internal readonly record struct FacebookReference(string Post, string? Pictures)
{
    private const char Mark = '~';
    private const char Between = ',';

    public static FacebookReference Of(string post, RenderedPart part) => new(post, HashOf(part));

    /// <summary>The posts of a delivery, mostly one.</summary>
    public static ImmutableArray<FacebookReference> All(string? references) =>
    [
        .. (references ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(reference =>
            reference.Split(Mark) is [var post, var pictures, ..] ? new FacebookReference(post, pictures) : new(reference, null)),
    ];

    public static string Join(IEnumerable<FacebookReference> references) => string.Join(Between, references);

    /// <summary>Whether the post went out with just the pictures of a part.</summary>
    public bool HasPicturesOf(RenderedPart part) => Pictures == HashOf(part);

    public override string ToString() => Pictures is null ? Post : $"{Post}{Mark}{Pictures}";

    private static string? HashOf(RenderedPart part) => part.Pictures.IsDefaultOrEmpty
        ? null
        : Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', part.Pictures.Select(picture => picture.Blob)))).AsSpan(0, 4));
}
