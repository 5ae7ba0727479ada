using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Pages.Seen;

/// <summary>A revision beside an earlier one, word by word. Public because the classes made from templates are.</summary>
public sealed class ChangesModel
{
    internal ChangesModel(int earlier, ItemContent before, ItemContent now, DirectorySnapshot directory)
    {
        Earlier = earlier;
        Changes =
        [
            .. from field in Fields(before, directory).Zip(Fields(now, directory))
               where field.First.Value != field.Second.Value
               select new FieldChange(field.First.Name, ChangedWords.Between(field.First.Value, field.Second.Value)),
        ];
    }

    /// <summary>The revision that it is compared with.</summary>
    internal int Earlier { get; }

    /// <summary>What differs; empty where only what nobody reads does.</summary>
    internal ImmutableArray<FieldChange> Changes { get; }

    private static IEnumerable<(string Name, string Value)> Fields(ItemContent content, DirectorySnapshot directory) =>
    [
        (Texts.DraftTitle, content.Text.Title ?? ""),
        (Texts.DraftSummary, content.Text.Summary ?? ""),
        (Texts.DraftBody, content.Text.Body),
        (Texts.DraftPictures, string.Join('\n', content.Pictures.Select(Words))),
        (Texts.ReportIssuer, content.Issuer),
        (Texts.PublishAt, content.PublishAt is { } at ? LocalTime.Text(at) : ""),
        (Texts.ExpiresAt, content.ExpiresAt is { } until ? LocalTime.Text(until) : ""),
        (Texts.Communes, string.Join(", ", content.Communes.Select(id => directory.Find(id)?.Name ?? id.Value))),
    ];

    private static string Words(ItemPicture picture) =>
        string.Join("; ", new[] { picture.Alt, picture.Caption, picture.Words }.Where(words => !string.IsNullOrEmpty(words)));
}
