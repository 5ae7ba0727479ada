using System.Diagnostics.CodeAnalysis;
using Dissemination.Directory.Changes;
using Dissemination.Storage;

namespace Dissemination.Web.Pages.Places;

/// <summary>A table of the directory as addresses name it: <c>communes</c>, <c>destinations</c>, <c>people</c>.</summary>
internal readonly record struct TableName(DirectoryTable Value) : IParsable<TableName>
{
    public override string ToString() => EnumNames.Of(Value);

    public static TableName Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var name) ? name : throw new FormatException($"'{s}' is no table of the directory.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TableName result)
    {
        var table = EnumNames.Find<DirectoryTable>(s ?? "");
        result = new(table ?? default);
        return table is not null;
    }
}
