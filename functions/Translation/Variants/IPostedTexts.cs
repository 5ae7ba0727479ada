using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Variants;

/// <summary>What Translation must know of Publishing when a commune wants words of its own: whether a language version is out there already.</summary>
internal interface IPostedTexts
{
    /// <summary>Whether something of it was posted or read out in a commune, or may have been.</summary>
    Task<bool> IsOutAsync(VersionId version, CommuneId commune, CancellationToken cancellation);
}
