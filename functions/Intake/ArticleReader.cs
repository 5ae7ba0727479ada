using System.Collections.Frozen;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>An article or a picture poster: a Markdown file with front matter.</summary>
internal static class ArticleReader
{
    private static readonly FrozenDictionary<string, ItemKind> Kinds = new Dictionary<string, ItemKind>(StringComparer.Ordinal)
    {
        ["article"] = ItemKind.Article,
        ["poster"] = ItemKind.Poster,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Parsed<ReadItems> Read(string file, ReadOnlySpan<byte> bytes, KnownReferences known)
    {
        var problems = new List<Problem>();
        var id = HandedInFile.ItemOf(file, HandedInFile.Stem(file), problems);
        if (FrontMatter.Read(file, bytes, problems) is not { } front)
        {
            return Parsed<ReadItems>.Bad(problems);
        }

        var fields = new FieldReader(front.Fields, problems);
        var bodyPlace = new Place(file, front.BodyLine);
        var body = PicturesInText.Read(front.Body, bodyPlace, problems);
        var text = new VersionText(
            ItemFields.Line(fields, "title", fields.Required("title")),
            ItemFields.Line(fields, "summary", fields.Text("summary")),
            body.Body);
        var kind = fields.Choice("kind", Kinds, fallback: "article") ?? ItemKind.Article;
        var group = fields.Group("approval");
        var claim = group is null ? null : ItemFields.Claim(group, "by", "document", "date", known);
        var content = ItemFields.Read(fields, id ?? default, kind, text, known)
            .With(PictureFields.Read(fields, file, isNeeded: kind is ItemKind.Poster, body.Pictures)) with
        {
            Claim = claim,
        };
        group?.Close();
        fields.Close();
        problems.AddRange(MarkdownCheck.Check(front.Body, bodyPlace, picturesApart: true));
        var written = Written(fields, content, body.Pictures, new(front.Body, bodyPlace));
        problems.AddRange(OriginalCheck.Unreadable(written));
        var item = new ReadItem(content, new(file), PictureFields.PlaceOf(fields), []);
        return problems.Count > 0
            ? Parsed<ReadItems>.Bad(problems)
            : Parsed<ReadItems>.Of(new([item])
            {
                Warnings =
                [
                    .. Warnings(written, text, front.Body, bodyPlace),
                    .. ItemFields.Late(content, fields.PlaceOf("expiresAt"), (group ?? fields).PlaceOf("date"), known.Now),
                ],
            });
    }

    /// <summary>All that people read of it, each where it stands.</summary>
    private static WrittenText[] Written(
        FieldReader fields, ItemContent content, IEnumerable<ItemPicture> inText, WrittenText body) =>
    [
        .. WrittenText.Of(content, fields.PlaceOf),
        .. PictureFields.Written(content.Pictures.Except(inText), fields),
        body,
    ];

    private static IEnumerable<Problem> Warnings(WrittenText[] written, VersionText text, string body, Place bodyPlace) =>
    [
        .. OriginalCheck.Strays(written),
        .. OriginalCheck.OfOtherLanguage(text, bodyPlace),
        .. MarkdownCheck.Warnings(body, bodyPlace),
    ];
}
