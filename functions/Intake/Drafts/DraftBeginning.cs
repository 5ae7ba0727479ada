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
        var item = read.Front is { } front ? OfFront(front, read) with { Id = Slug.IsValid(stem) ? stem : "" } : new DraftItem
        {
            Title = read.Title ?? "",
            Summary = read.Summary ?? "",
            Body = read.Body,
            Kind = read.Body.Length == 0 && read.Pictures.Length > 0 ? DraftItem.Poster : DraftItem.Article,
        };
        var resolution = item.Resolution.Length > 0
            ? known.Resolutions.GetValueOrDefault(item.Resolution)
            : known.Resolutions.Values.OrderByDescending(found => found.Adopted).ThenBy(found => found.Id, StringComparer.Ordinal)
                .FirstOrDefault();
        return item with
        {
            Id = item.Id.Length > 0 ? item.Id : IdProposal.Of(item.Title.Length > 0 ? item.Title : stem),
            Issuer = item.Issuer.Length > 0 ? item.Issuer : issuer,
            Resolution = item.Resolution.Length > 0 ? item.Resolution : resolution?.Id ?? "",
            Topics = item.Topics.IsEmpty && resolution is not null
                ? TopicProposals.Of($"{item.Title}\n{item.Summary}\n{item.Body}", resolution)
                : item.Topics,
        };
    }

    private static DraftItem OfFront(GroupField front, ReadDocument read)
    {
        // What is wrong with its values is told when it is checked as a form.
        var fields = new FieldReader(front, []);
        var approval = fields.Group("approval");
        return new()
        {
            Kind = fields.Text("kind") ?? DraftItem.Article,
            Title = fields.Text("title") ?? "",
            Summary = fields.Text("summary") ?? "",
            Body = read.Body,
            Issuer = fields.Text("issuer") ?? "",
            Resolution = fields.Text("resolution") ?? "",
            Topics = Values(fields, "topics"),
            Communes = Values(fields, "communes"),
            PublishAt = fields.Text("publishAt") ?? "",
            ExpiresAt = fields.Text("expiresAt") ?? "",
            Overflow = fields.Text("overflow") ?? "shorten",
            Airing = fields.Text("airing") ?? "ordinary",
            Sample = fields.Flag("sample"),
            ApprovalDocument = approval?.Text("document") ?? "",
            ApprovalDate = approval?.Text("date") ?? "",
            ApprovalBy = approval?.Text("by") ?? "",
        };
    }

    private static ImmutableArray<string> Values(FieldReader fields, string name) =>
        [.. fields.List(name).Select(value => value.Value).Distinct(StringComparer.Ordinal)];
}
