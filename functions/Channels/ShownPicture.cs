using Dissemination.Content;

namespace Dissemination.Channels;

/// <summary>A picture that an item shows which is out, or was.</summary>
internal sealed record ShownPicture(string Blob, ItemId Item);
