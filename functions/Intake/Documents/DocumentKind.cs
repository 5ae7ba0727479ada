namespace Dissemination.Intake.Documents;

/// <summary>What a file is that people drop, by its bytes.</summary>
internal enum DocumentKind
{
    Word,
    Workbook,
    Csv,
    Markdown,
    Text,
    Picture,
    Archive,
}
