using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>A Markdown file, with named values before its text or without. A pure function.</summary>
internal static class MarkdownReader
{
    public static Parsed<ReadDocument> Read(DroppedDocument file)
    {
        var text = TextFile.Read(file.Name, file.Bytes.Span);
        if (!text.IsValid || !FrontMatter.Begins(text.Value))
        {
            return PlainTextReader.Read(file);
        }

        var problems = new List<Problem>();
        return FrontMatter.Read(file.Name, file.Bytes.Span, problems) is { } front && problems.Count == 0
            ? Parsed<ReadDocument>.Of(new(Title: null, Summary: null, front.Body, [], Notes(file, front)) { Front = front.Fields })
            : Parsed<ReadDocument>.Bad(problems);
    }

    /// <summary>The pictures that it names are other files, which do not come with it.</summary>
    private static ImmutableArray<Problem> Notes(DroppedDocument file, FrontMatter front)
    {
        var fields = new FieldReader(front.Fields, []);
        var count = fields.Groups("pictures").Count() + (fields.Text("picture") is null ? 0 : 1);
        return count == 0
            ? []
            : [new(nameof(ProblemTexts.DroppedLinkedPictures), new(file.Name), count.ToString(CultureInfo.InvariantCulture))];
    }
}
