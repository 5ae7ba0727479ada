namespace Dissemination.Translation.Drafting;

/// <summary>How well it is known that two spellings write the same; the least first.</summary>
internal enum SpellingConfidence
{
    Guess,
    Likely,
    Sure,
}
