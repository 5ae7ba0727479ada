namespace Dissemination.Translation.Drafting;

/// <summary>What a part of a syllable may be in the other spelling.</summary>
internal sealed record SpellingChoice(string Text, SpellingConfidence Confidence);
