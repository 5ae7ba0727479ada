namespace Dissemination.Translation.Drafting;

/// <summary>How both spellings write one part of a syllable; empty where they write nothing.</summary>
internal sealed record SpellingRow(SpellingKind Kind, string Rpa, string Chv, SpellingConfidence Confidence);
