using Dissemination.Directory.Changes;
using Dissemination.Storage;

namespace Dissemination.Web.Pages.Places;

/// <summary>Where the pages of the directory are.</summary>
internal static class DirectoryAddress
{
    public const string All = "/directory";

    public static string Of(DirectoryTable table) => $"{All}/{EnumNames.Of(table)}";

    public static string Of(DirectoryTable table, string id) => $"{Of(table)}/{id}";

    public static string NewIn(DirectoryTable table) => $"{All}/new/{EnumNames.Of(table)}";

    public static string FileOf(DirectoryTable table) => $"{All}/files/{DirectoryCsv.FileOf(table)}";
}
