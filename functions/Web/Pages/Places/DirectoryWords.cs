using System.Globalization;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Places;

/// <summary>Columns and values of the directory's files in the reader's words.</summary>
internal static class DirectoryWords
{
    public static string ColumnOf(string column) => Labels.Find("DirectoryColumn", column) ?? column;

    /// <summary>The same as a label of a field.</summary>
    public static string LabelOf(string column) =>
        ColumnOf(column) is [var first, .. var rest] ? char.ToUpper(first, CultureInfo.CurrentCulture) + rest : "";

    /// <summary>A value as people say it; one that is words already stays.</summary>
    public static string ValueOf(DirectoryTable table, string column, string? value, DirectorySnapshot directory)
    {
        if (string.IsNullOrEmpty(value))
        {
            return Texts.DirectoryNoValue;
        }

        return column switch
        {
            "kind" => Enumerated<CommuneKind>(value),
            "release" => Enumerated<ReleasePolicy>(value),
            "roles" => Listed(value, Enumerated<Role>),
            "languages" => Listed(value, tag => LanguageTag.TryParse(tag, null, out var known) ? PageLabels.Of(known) : tag),
            "channel" when table is DirectoryTable.Destinations =>
                ChannelForm.All.TryGetValue(value, out var form) ? PageLabels.Of(form.Kind) : value,
            "commune" or "mergedInto" => CommuneOf(value, directory),
            _ => value,
        };
    }

    /// <summary>A value of a line of the record, as people say it.</summary>
    public static string ValueOf(DirectoryTable table, FieldChange change, string? value, DirectorySnapshot directory) =>
        change.Field == RowRecord.ProposedBy
            ? PageLabels.OfWho(value ?? "", directory)
            : ValueOf(table, change.Field, value, directory);

    private static string Enumerated<T>(string value)
        where T : struct, Enum => EnumNames.Find<T>(value) is { } known ? PageLabels.Of(known) : value;

    private static string Listed(string value, Func<string, string> wordOf) => string.Join(", ", value.Split(';').Select(wordOf));

    private static string CommuneOf(string value, DirectorySnapshot directory) =>
        IStringId<CommuneId>.Find(value) is { } id && directory.Find(id) is { } commune ? PageLabels.Of(commune) : value;
}
