using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>What Content must know of Translation when an item is approved: which translations of it, and which variants of communes, are approved already.</summary>
internal interface IReadyTexts
{
    Task<IReadOnlyList<TextId>> OfAsync(ItemId item, int revision, CancellationToken cancellation);
}
