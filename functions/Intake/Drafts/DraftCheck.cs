using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>What intake would say of a draft, led back to the fields of its form: a pure function.</summary>
internal static class DraftCheck
{
    /// <summary>The field of the text, whose problems name the line of it.</summary>
    public const string Body = "body";

    public const string Pictures = "pictures";

    public static DraftFindings Check(DraftItem item, KnownReferences known)
    {
        var file = DraftItemFile.Of(item);
        var read = ArticleReader.Read(file.Path, file.Bytes.Span, known);
        return new(
            [.. read.Problems.Select(problem => InForm(problem, file)).Distinct()],
            [.. (read.Value?.Warnings ?? []).Select(problem => InForm(problem, file))]);
    }

    /// <summary>The same problem as the form shows it.</summary>
    public static Problem InForm(Problem problem, DraftItemFile file)
    {
        var place = problem.Place ?? new(file.Path);
        var field = place switch
        {
            { Field: { } named } => FieldOf(named),
            { Line: { } line } when line >= file.BodyLine - 1 => Body,
            _ when problem.Code is nameof(ProblemTexts.FileNameIsNoId) or nameof(ProblemTexts.PathRefused)
                or nameof(ProblemTexts.ItemOwnedByOtherFile) => "id",
            _ => Body,
        };
        int? at = field == Body && place.Line is { } found ? Math.Max(1, found - file.BodyLine + 1) : null;
        var code = problem.Code switch
        {
            nameof(ProblemTexts.RequiredKeyMissing) when field == Pictures => nameof(ProblemTexts.DraftAltMissing),
            nameof(ProblemTexts.RequiredKeyMissing) => nameof(ProblemTexts.DraftFieldMissing),
            nameof(ProblemTexts.FileNameIsNoId) when problem.Arguments is [""] or [] => nameof(ProblemTexts.DraftFieldMissing),
            nameof(ProblemTexts.FileNameIsNoId) => nameof(ProblemTexts.IdMalformed),
            var other => other,
        };
        return problem with { Code = code, Place = new("", at, field) };
    }

    private static string FieldOf(string named) =>
        named.StartsWith("picture", StringComparison.Ordinal) ? Pictures
        : named.StartsWith("approval", StringComparison.Ordinal)
            ? named.EndsWith("date", StringComparison.Ordinal) ? "approvalDate" : "approvalDocument"
        : named;
}
