using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The columns of a sheet in which one of a few words stands, with what people call these.</summary>
internal static class SheetChoices
{
    /// <summary>Empty where anything may be written.</summary>
    public static ImmutableArray<(string Value, string Words)> Of(string field) => field switch
    {
        "kind" => [Of(ItemKind.Slogan), Of(ItemKind.Quote)],
        "overflow" => [.. Enum.GetValues<Overflow>().Select(Of)],
        "untranslated" => [.. Enum.GetValues<Untranslated>().Select(Of)],
        "airing" => [.. Enum.GetValues<AiringLevel>().Select(Of)],
        _ => [],
    };

    private static (string Value, string Words) Of<T>(T value)
        where T : struct, Enum => (EnumNames.Of(value), PageLabels.Of(value));
}
