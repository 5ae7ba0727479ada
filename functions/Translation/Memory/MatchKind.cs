namespace Dissemination.Translation.Memory;

/// <summary>In what a segment of the memory differs from the one that is looked for; the better stand first.</summary>
internal enum MatchKind
{
    /// <summary>In nothing, or in where a tone mark stands.</summary>
    Exact,

    /// <summary>In capital letters or space alone.</summary>
    WrittenOtherwise,

    /// <summary>In numbers alone, and they were replaced in the translation.</summary>
    OtherNumbers,

    /// <summary>In words.</summary>
    Fuzzy,
}
