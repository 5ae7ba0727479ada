using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reach.Meetings;

/// <summary>The empty sheet that people fill in: heads in the reader's words, and beside it what may stand in each column.</summary>
internal static class SheetTemplate
{
    private static ExcelTable Empty =>
        new(Texts.MeetingsTitle, [.. SheetColumns.All.Select(name => new ExcelColumn(ToldLabels.FieldOf(name), 18))], []);

    public static byte[] Csv() => CsvTable.Write(Empty);

    public static byte[] Excel(DirectorySnapshot directory) => ExcelBook.Write(
        Empty,
        new ExcelTable(
            Texts.SheetHelp,
            [new(Texts.SheetHelpColumn, 24), new(Texts.SheetHelpWhat, 100)],
            SheetColumns.All.Select(field => new object?[] { ToldLabels.FieldOf(field), HelpOf(field, directory) })));

    private static string HelpOf(string field, DirectorySnapshot directory) => field switch
    {
        ToldField.Kind => string.Join(
            "; ", Enum.GetValues<MeetingKind>().Select(Labels.Of).Append(Texts.Opinions)),
        ToldField.Mode => string.Join("; ", Enum.GetValues<MeetingMode>().Select(Labels.Of)),
        ToldField.Commune => string.Join("; ", directory.Current.Select(commune => commune.Name)),
        ToldField.Languages => string.Join(
            "; ", Languages.All.Select(language => Languages.NameOf(language.Tag, CultureInfo.CurrentUICulture))),
        _ => Labels.Find("SheetHelp", field) ?? "",
    };
}
