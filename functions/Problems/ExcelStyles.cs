using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dissemination.Problems;

/// <summary>The formats of the cells. What separates thousands, each Excel decides for its own reader.</summary>
internal static class ExcelStyles
{
    /// <summary>Numbers of formats that Excel brings along.</summary>
    private const uint General = 0, Thousands = 3, HourMinute = 20;

    /// <summary>Numbers of our own, which begin at 164.</summary>
    private const uint DayFormat = 164, InstantFormat = 165, FractionFormat = 166;

    private const uint HeadFont = 1, HeadFill = 2;

    public static S.Stylesheet Create() => new(
        new S.NumberingFormats(
            new S.NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" },
            new S.NumberingFormat { NumberFormatId = InstantFormat, FormatCode = "dd/mm/yyyy hh:mm" },
            new S.NumberingFormat { NumberFormatId = FractionFormat, FormatCode = "#,##0.0##" }),
        new S.Fonts(Font(), Font(new S.Bold())),
        new S.Fills(
            Fill(S.PatternValues.None),
            Fill(S.PatternValues.Gray125),
            new S.Fill(new S.PatternFill(new S.ForegroundColor { Rgb = "FFE8EEF4" }) { PatternType = S.PatternValues.Solid })),
        new S.Borders(new S.Border()),
        new S.CellStyleFormats(new S.CellFormat()),
        new S.CellFormats([.. Enum.GetValues<ExcelStyle>().Select(FormatOf)]));

    private static S.CellFormat FormatOf(ExcelStyle style) => style switch
    {
        ExcelStyle.None => new(),
        ExcelStyle.Head => new(Wrapped())
        {
            FontId = HeadFont,
            FillId = HeadFill,
            ApplyFont = true,
            ApplyFill = true,
            ApplyAlignment = true,
        },
        ExcelStyle.Words => new(Wrapped()) { ApplyAlignment = true },
        ExcelStyle.Quoted => new(Wrapped()) { ApplyAlignment = true, QuotePrefix = true },
        ExcelStyle.Number => Figure(Thousands),
        ExcelStyle.Fraction => Figure(FractionFormat),
        ExcelStyle.Day => Figure(DayFormat),
        ExcelStyle.Instant => Figure(InstantFormat),
        ExcelStyle.Time => Figure(HourMinute),
        _ => Figure(General),
    };

    private static S.CellFormat Figure(uint format) => new(new S.Alignment { Vertical = S.VerticalAlignmentValues.Top })
    {
        NumberFormatId = format,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };

    private static S.Alignment Wrapped() => new() { WrapText = true, Vertical = S.VerticalAlignmentValues.Top };

    private static S.Font Font(params OpenXmlElement[] before) =>
        new([.. before, new S.FontSize { Val = 11 }, new S.FontName { Val = "Calibri" }]);

    private static S.Fill Fill(S.PatternValues pattern) => new(new S.PatternFill { PatternType = pattern });
}
