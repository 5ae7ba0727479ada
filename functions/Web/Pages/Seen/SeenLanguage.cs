using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Seen;

/// <summary>A language of an item's places, and how far its words are.</summary>
/// <param name="State">Of its translation; null for the original, and where there is none yet.</param>
/// <param name="HasWords">Whether there is something to see.</param>
internal sealed record SeenLanguage(LanguageTag Language, TranslationState? State, bool HasWords)
{
    public bool IsReady => Language.IsVietnamese || State is TranslationState.Approved;
}
