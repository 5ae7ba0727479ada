using System.Collections.Immutable;

namespace Dissemination.Translation.Drafting;

/// <summary>Drafts, in the order of what was asked.</summary>
internal sealed record DraftTexts(ImmutableArray<string> Texts);
