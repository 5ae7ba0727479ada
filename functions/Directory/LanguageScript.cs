namespace Dissemination.Directory;

/// <summary>The script that a language is written in.</summary>
internal enum LanguageScript
{
    Latin,

    /// <summary>Few phones and computers have a font for it.</summary>
    TaiViet,
}
