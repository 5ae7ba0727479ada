using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Intake.Documents;
using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>The form of an item filled in with what can be told from what was dropped: a pure function.</summary>
internal static class DraftBeginning
{
    /// <param name="issuer">Who published what came before; empty where nothing did.</param>
    public static DraftItem Of(ReadDocument read, string stem, KnownReferences known, string issuer)
    {
        var item = read.Front is { } front ? OfFront(new(front, []), read) with { Id = Slug.IsValid(stem) ? stem : "" } : new DraftItem
        {
            Title = read.Title ?? "",
            Summary = read.Summary ?? "",
            Body = read.Body,
            Kind = read.Body.Length == 0 && read.Pictures.Length > 0 ? DraftItem.Poster : DraftItem.Article,
        };
        var resolution = item.Resolution.Length > 0
            ? known.Resolutions.GetValueOrDefault(item.Resolution)
            : CampaignDefaults.Current(known);
        var filled = item with
        {
            Id = item.Id.Length > 0 ? item.Id : IdProposal.Of(item.Title.Length > 0 ? item.Title : stem),
            Issuer = item.Issuer.Length > 0 ? item.Issuer : CampaignDefaults.IssuerOf(resolution, issuer),
            Resolution = item.Resolution.Length > 0 ? item.Resolution : resolution?.Id ?? "",
            Topics = item.Topics.IsEmpty && resolution is not null
                ? TopicProposals.Of($"{item.Title}\n{item.Summary}\n{item.Body}", resolution)
                : item.Topics,
        };

        // A file with named values before its text says by leaving them out that it is wanted everywhere and has no times.
        return read.Front is not null ? filled : filled with
        {
            Communes = [.. CampaignDefaults.CommunesOf(resolution, known).Select(commune => commune.Value)],
            PublishAt = CampaignDefaults.PublishAtOf(resolution, known.Now),
            ExpiresAt = CampaignDefaults.ExpiresAtOf(resolution, known.Now),
        };
    }

    /// <summary>
    /// What stands before a text and finds no field of the form: a name that is misspelt or stands twice, a list where a word belongs. What
    /// is wrong with the other values is told when they are checked as a form.
    /// </summary>
    public static ImmutableArray<Problem> Lost(ReadDocument read)
    {
        if (read.Front is not { } front)
        {
            return [];
        }

        List<Problem> problems = [];
        var fields = new FieldReader(front, problems);
        OfFront(fields, read);
        AskForPictures(fields);
        fields.Close();

        // Each value is taken once, and nothing is lost.
        return [.. problems.Where(problem => problem.Code != nameof(ProblemTexts.ListedTwice))];
    }

    private static DraftItem OfFront(FieldReader fields, ReadDocument read)
    {
        var approval = fields.Group("approval");
        DraftItem item = new()
        {
            Kind = Choice(fields, "kind") ?? DraftItem.Article,
            Title = fields.Text("title") ?? "",
            Summary = fields.Text("summary") ?? "",
            Body = read.Body,
            Issuer = fields.Text("issuer") ?? "",
            Resolution = fields.Value("resolution") ?? "",
            Topics = Values(fields, "topics"),
            Communes = Values(fields, "communes"),
            PublishAt = fields.Value("publishAt") ?? "",
            ExpiresAt = fields.Value("expiresAt") ?? "",
            Overflow = Choice(fields, "overflow") ?? "shorten",
            Untranslated = Choice(fields, "untranslated") ?? "wait",
            Airing = Choice(fields, "airing") ?? "ordinary",
            Sample = fields.Flag("sample"),
            ApprovalDocument = approval?.Text("document") ?? "",
            ApprovalDate = approval?.Value("date") ?? "",
            ApprovalBy = approval?.Value("by") ?? "",
        };
        approval?.Close();
        return item;
    }

    /// <summary>Pictures have their fields too, which are filled in from their files.</summary>
    private static void AskForPictures(FieldReader fields)
    {
        foreach (var name in (string[])["picture", "pictureAlt", "pictureCaption", "pictureWords"])
        {
            fields.Text(name);
        }

        _ = fields.Groups("pictures").Count();
    }

    /// <summary>Intake takes it in capitals too; a form knows it in small letters.</summary>
    private static string? Choice(FieldReader fields, string name) => fields.Value(name)?.ToLowerInvariant();

    private static ImmutableArray<string> Values(FieldReader fields, string name) =>
        [.. fields.List(name).Select(value => value.Value).Distinct(StringComparer.Ordinal)];
}
