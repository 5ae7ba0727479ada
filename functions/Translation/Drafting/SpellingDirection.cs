namespace Dissemination.Translation.Drafting;

/// <summary>From which spelling of Mông to which.</summary>
internal enum SpellingDirection
{
    ToRpa,
    ToChv,
}
