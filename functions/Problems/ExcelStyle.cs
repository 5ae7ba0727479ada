namespace Dissemination.Problems;

/// <summary>How a cell looks: the place of its format among those of <see cref="ExcelStyles"/>.</summary>
internal enum ExcelStyle : uint
{
    None,
    Head,
    Words,

    /// <summary>Words that a spreadsheet would run if somebody typed them: they stay words also when the cell is edited.</summary>
    Quoted,
    Number,
    Fraction,
    Day,
    Instant,
    Time,
}
