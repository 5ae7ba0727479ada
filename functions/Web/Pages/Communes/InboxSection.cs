using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The open translations of one language that concern the commune.</summary>
/// <param name="Next">A page may hold few and still name a next one: those of other communes are left out.</param>
internal sealed record InboxSection(LanguageTag Language, IReadOnlyList<InboxEntry> Entries, string? Next);
