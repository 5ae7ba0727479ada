using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Places;

/// <summary>
/// The fields of the forms of the directory: a column of the file each, so that a column that comes later has a field at once.
/// </summary>
internal static class DirectoryFields
{
    public static ImmutableArray<(string Value, string Words)> Channels =>
        [.. ChannelForm.All.Select(form => (form.Key, PageLabels.Of(form.Value.Kind))).OrderBy(form => form.Item2, StringComparer.Ordinal)];

    public static ImmutableArray<(string Value, string Words)> Roles => Enumerated<Role>();

    public static IEnumerable<DirectoryField> Of(DirectoryTable table, DirectorySnapshot directory) =>
        DirectoryCsv.ColumnsOf(table).Select(column => Of(table, column, directory));

    private static DirectoryField Of(DirectoryTable table, string column, DirectorySnapshot directory)
    {
        var isId = column is "id" || (column is "commune" && table is DirectoryTable.Destinations);
        return new(
            column,
            Labels.Find("DirectoryHint", $"{EnumNames.Of(table)}_{column}"),
            OptionsOf(table, column, directory),
            IsMany: column is "languages" or "roles",
            IsFixed: isId);
    }

    private static ImmutableArray<(string Value, string Words)> OptionsOf(
        DirectoryTable table, string column, DirectorySnapshot directory) => column switch
        {
            "kind" => Enumerated<CommuneKind>(),
            "release" => Enumerated<ReleasePolicy>(),
            "roles" => Roles,
            "channel" => Channels,
            "languages" => LanguagesOf(table),
            "commune" or "mergedInto" => [.. directory.Communes.Select(commune => (commune.Id.Value, PageLabels.Of(commune)))],
            _ => [],
        };

    /// <summary>That its people speak Vietnamese is not said of a commune.</summary>
    private static ImmutableArray<(string Value, string Words)> LanguagesOf(DirectoryTable table) =>
    [
        .. from language in Languages.All
           where table is not DirectoryTable.Communes || !language.Tag.IsVietnamese
           orderby !language.Tag.IsVietnamese
           select (language.Tag.Value, PageLabels.Of(language.Tag)),
    ];

    private static ImmutableArray<(string Value, string Words)> Enumerated<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (EnumNames.Of(value), PageLabels.Of(value)))];
}
