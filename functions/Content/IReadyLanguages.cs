using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>What Content must know of Translation when an item is approved: which translations of it are approved already.</summary>
internal interface IReadyLanguages
{
    Task<IReadOnlyList<LanguageTag>> OfAsync(ItemId item, int revision, CancellationToken cancellation);
}
