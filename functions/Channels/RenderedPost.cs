namespace Dissemination.Channels;

/// <summary>A post in the form of its channel.</summary>
/// <param name="Text">What is written, in the channel's own form.</param>
/// <param name="Picture">The picture that goes with it, if the channel takes it.</param>
/// <param name="Shortened">Whether words were left out because the channel's limit was reached; the link leads to all of them.</param>
internal sealed record RenderedPost(string Text, PostPicture? Picture, bool Shortened);
