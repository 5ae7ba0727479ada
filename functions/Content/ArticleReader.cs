using System.Collections.Frozen;
using Dissemination.Problems;

namespace Dissemination.Content;

/// <summary>An article or a picture poster: a Markdown file with front matter.</summary>
internal static class ArticleReader
{
    private static readonly FrozenDictionary<string, ItemKind> Kinds = new Dictionary<string, ItemKind>(StringComparer.Ordinal)
    {
        ["article"] = ItemKind.Article,
        ["poster"] = ItemKind.Poster,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Parsed<ReadItems> Read(string file, ReadOnlySpan<byte> bytes, Known known)
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
        var text = new VersionText(ItemFields.Line(fields, "title", fields.Required("title")), ItemFields.Line(fields, "summary", fields.Text("summary")), body.Body);
        var kind = fields.Choice("kind", Kinds, fallback: "article") ?? ItemKind.Article;
        var group = fields.Group("approval");
        var approval = group is null ? null : ItemFields.Approval(group, "by", "document", "date", known);
        var content = ItemFields.Read(fields, id ?? default, kind, text, approval, known)
            .With(PictureFields.Read(fields, file, isNeeded: kind is ItemKind.Poster, body.Pictures));
        group?.Close();
        fields.Close();
        problems.AddRange(MarkdownCheck.Check(front.Body, bodyPlace, picturesApart: true));
        WrittenText[] written =
        [
            .. WrittenText.Of(content, fields.PlaceOf),
            .. PictureFields.Written(content.Pictures.Except(body.Pictures), fields),
            new(front.Body, bodyPlace),
        ];
        problems.AddRange(OriginalCheck.Unreadable(written));
        return problems.Count > 0
            ? Parsed<ReadItems>.Bad(problems)
            : Parsed<ReadItems>.Of(new([new(content, new(file), PictureFields.PlaceOf(fields), [])])
            {
                Warnings =
                [
                    .. OriginalCheck.Strays(written),
                    .. OriginalCheck.OfOtherLanguage(text, bodyPlace),
                    .. MarkdownCheck.Warnings(front.Body, bodyPlace),
                    .. ItemFields.Late(content, fields.PlaceOf("expiresAt"), (group ?? fields).PlaceOf("date"), known.Now),
                ],
            });
    }
}
