using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>A translation of an article that came as a file, <c>khai-mac.blt-Tavt.md</c>.</summary>
internal static class SuppliedTranslationReader
{
    public static Parsed<ReadTranslation> Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new List<Problem>();
        var stem = HandedInFile.Stem(file);
        var dot = stem.IndexOf('.', StringComparison.Ordinal);
        var item = HandedInFile.ItemOf(file, stem[..dot], problems);
        var language = stem[(dot + 1)..];
        problems.AddRange(CheckLanguage(language, new(file)));
        if (FrontMatter.Read(file, bytes, problems) is not { } front)
        {
            return Parsed<ReadTranslation>.Bad(problems);
        }

        var fields = new FieldReader(front.Fields, problems);
        var bodyPlace = new Place(file, front.BodyLine);
        var body = PicturesInText.Read(front.Body, bodyPlace, problems);
        var text = new VersionText(
            ItemFields.Line(fields, "title", fields.Required("title")),
            ItemFields.Line(fields, "summary", fields.Text("summary")),
            body.Body)
        {
            // Written as in the original: the same pictures in the same order, with translated words.
            Pictures = PictureTexts.Of(PictureFields.Read(fields, file, isNeeded: false, body.Pictures)),
        };
        var sample = fields.Flag("sample");
        ItemFields.Line(fields, "source", fields.Text("source"));
        fields.Close();
        problems.AddRange(MarkdownCheck.Check(front.Body, bodyPlace, picturesApart: true));
        return problems.Count > 0
            ? Parsed<ReadTranslation>.Bad(problems)
            : Parsed<ReadTranslation>.Of(
                new(item!.Value, new(language), text, sample) { Warnings = [.. MarkdownCheck.Warnings(front.Body, bodyPlace)] });
    }

    /// <summary>The original is not a translation, also where its language is named.</summary>
    public static ImmutableArray<Problem> CheckLanguage(string language, Place place) =>
        language == LanguageTag.Vietnamese.Value ? [new(nameof(ProblemTexts.OriginalIsNoTranslation), place)]
        : LanguageCheck.Check(language, place) is { } problem ? [problem]
        : [];
}
