namespace Dissemination.Translation.Segments;

/// <summary>The scripts that the checks tell apart.</summary>
internal enum Script
{
    /// <summary>Digits, punctuation, symbols, pictures and marks that go with any script.</summary>
    Common,
    Latin,
    TaiViet,
    Thai,
    Lao,
    Other,
}
