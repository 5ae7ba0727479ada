namespace Dissemination.Content;

/// <summary>A picture that may be posted.</summary>
/// <param name="Path">Its path in <c>content</c>.</param>
/// <param name="Blob">Its name in <c>media</c>: the hash of its bytes, drawn anew, with its extension.</param>
/// <param name="ContentType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="HandIn">The hand-in that brought it.</param>
/// <param name="Original">The hash of the bytes that were handed in: the same again are not drawn again. Null for what came before pictures
/// were drawn anew.</param>
internal sealed record AcceptedPicture(string Path, string Blob, string ContentType, long Length, HandInId HandIn, string? Original = null);
