namespace Dissemination.Intake;

/// <summary>What a file in <c>content</c> is, by its path alone.</summary>
internal enum FileKind
{
    Resolution,
    Article,
    Translation,
    Sheet,
    Picture,
    Glossary,
    Memory,
    Spelling,
}
