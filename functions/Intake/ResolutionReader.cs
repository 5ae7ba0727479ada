using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>A resolution with the topics that items may cover: a YAML file.</summary>
internal static class ResolutionReader
{
    public static Parsed<Resolution> Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new List<Problem>();
        HandedInFile.ItemOf(file, HandedInFile.Stem(file), problems);
        var text = TextFile.Read(file, bytes);
        problems.AddRange(text.Problems);
        if (!text.IsValid || YamlText.Read(file, text.Value, firstLine: 1, problems) is not { } group)
        {
            return Parsed<Resolution>.Bad(problems);
        }

        var fields = new FieldReader(group, problems);
        var id = DirectoryReader.Id(fields, "id") ?? "";
        if (id.Length > 0 && id != HandedInFile.Stem(file))
        {
            fields.Report(nameof(ProblemTexts.IdIsNotFileName), fields.PlaceOf("id"), id, HandedInFile.Stem(file));
        }

        var resolution = ResolutionOf(fields, id, problems);
        fields.Close();
        problems.AddRange(Twice(file, resolution.Topics));
        if (resolution.Topics.Length > Limits.Topics)
        {
            problems.Add(new(nameof(ProblemTexts.TooManyRows), new(file), "200"));
        }

        return problems.Count > 0 ? Parsed<Resolution>.Bad(problems) : Parsed<Resolution>.Of(resolution);
    }

    private static Resolution ResolutionOf(FieldReader fields, string id, List<Problem> problems)
    {
        var title = Words(fields, "title", problems);
        var adopted = fields.Date("adopted");
        var (targets, tasks, breakthroughs) = Declared(fields);
        ImmutableArray<Topic> topics =
        [
            .. Topics(fields, "targets", TopicKind.Target, targets, problems),
            .. Topics(fields, "tasks", TopicKind.Task, tasks, problems),
            .. Topics(fields, "breakthroughs", TopicKind.Breakthrough, breakthroughs, problems),
        ];
        fields.List("sources");
        var resolution = new Resolution(id, title, adopted, targets, tasks, breakthroughs, topics)
        {
            Issuer = ItemFields.Line(fields, "issuer", fields.Text("issuer")),
            Communes = Communes(fields),
            Begins = Day(fields, "begins"),
            Ends = Day(fields, "ends"),
        };
        if (resolution.Ends < resolution.Begins)
        {
            fields.Report(nameof(ProblemTexts.EndsBeforeItBegins), fields.PlaceOf("ends"));
        }

        return resolution;
    }

    /// <summary>Whether the directory names them is looked at where they are used: it changes, and this file does not.</summary>
    private static ImmutableArray<CommuneId> Communes(FieldReader fields)
    {
        var communes = fields.List("communes");
        foreach (var commune in communes.Where(commune => !Slug.IsValid(commune.Value)))
        {
            fields.Report(nameof(ProblemTexts.IdMalformed), commune.Place, commune.Value);
        }

        return [.. communes.Select(commune => new CommuneId(commune.Value))];
    }

    private static DateOnly? Day(FieldReader fields, string name) => fields.Value(name) is null ? null : fields.Date(name);

    private static IEnumerable<Problem> Twice(string file, ImmutableArray<Topic> topics) =>
        topics.GroupBy(topic => topic.Code, StringComparer.Ordinal)
            .Where(same => same.Key.Length > 0 && same.Skip(1).Any())
            .Select(same => new Problem(nameof(ProblemTexts.IdTwice), new(file, Field: "code"), same.Key));

    private static (int Targets, int Tasks, int Breakthroughs) Declared(FieldReader fields)
    {
        if (fields.Group("declared") is not { } declared)
        {
            fields.Required("declared");
            return (int.MaxValue, int.MaxValue, int.MaxValue);
        }

        var counts = (
            declared.Count("targets") ?? int.MaxValue,
            declared.Count("tasks") ?? int.MaxValue,
            declared.Count("breakthroughs") ?? int.MaxValue);
        declared.Close();
        return counts;
    }

    /// <summary>Words that people read, in letters that every device shows.</summary>
    private static string Words(FieldReader fields, string name, List<Problem> problems)
    {
        var text = ItemFields.Line(fields, name, fields.Required(name));
        problems.AddRange(OriginalCheck.Unreadable([new(text, fields.PlaceOf(name), IsRow: true)]));
        return text;
    }

    private static IEnumerable<Topic> Topics(FieldReader fields, string name, TopicKind kind, int declared, List<Problem> problems)
    {
        var count = 0;
        foreach (var topic in fields.Groups(name))
        {
            count++;
            yield return new(
                DirectoryReader.Id(topic, "code") ?? "",
                kind,
                Words(topic, "text", problems),
                ItemFields.Line(topic, "figure", topic.Text("figure")));
            topic.Close();
        }

        // A list may hold fewer than the document, never more.
        if (count > declared)
        {
            fields.Report(nameof(ProblemTexts.MoreThanDeclared), fields.PlaceOf(name), name);
        }
    }
}
