namespace Dissemination.Problems;

/// <summary>A column of an Excel sheet. What its cells are, the values say.</summary>
/// <param name="Width">In letters.</param>
internal sealed record ExcelColumn(string Name, double Width = 14);
