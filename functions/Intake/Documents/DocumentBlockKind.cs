namespace Dissemination.Intake.Documents;

internal enum DocumentBlockKind
{
    Paragraph,
    Heading,
    Title,
    Subtitle,

    /// <summary>A point of a list without numbers.</summary>
    Point,

    /// <summary>A point with a number or a letter, which is kept as words.</summary>
    Numbered,

    /// <summary>A row of a table.</summary>
    Row,
}
