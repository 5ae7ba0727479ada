namespace Dissemination.Translation.Drafting;

/// <summary>The parts of a Mông syllable, in the order in which they are written.</summary>
internal enum SpellingKind
{
    Initial,
    Rhyme,
    Tone,
}
