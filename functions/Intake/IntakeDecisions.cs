using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>What becomes of an item when a file that holds it is handed in.</summary>
internal static class IntakeDecisions
{
    public static IntakeDecision Decide(Item? current, ItemContent content, HandInSource source, DateTimeOffset now)
    {
        if (current is not null && current.SourceFile != source.File)
        {
            return new IntakeDecision.OwnedElsewhere(current.SourceFile);
        }

        var hash = ContentHash.Of(content);
        if (current is null || (current.ContentHash != hash && !source.HandIn.IsOlderThan(current.HandIn)))
        {
            return NewRevision(current, content, hash, source, now);
        }

        // The very file that made it, come once more, approves nothing: a picture of it may have changed since.
        if (current.State is not (ItemState.WaitingForApproval or ItemState.Returned)
            || current.ContentHash != hash || content.Claim is null || current.HandIn == source.HandIn)
        {
            return new IntakeDecision.Unchanged(current);
        }

        return Counting(content, source, now) is { } approval
            ? new IntakeDecision.Approved(current with { Approval = approval, Claim = null, Returned = null })
            : content.Claim != current.Claim
                ? new IntakeDecision.Claimed(current with { Claim = content.Claim, Returned = null })
                : new IntakeDecision.Unchanged(current);
    }

    /// <summary>What whoever handed the content in should know about how the item stands after it.</summary>
    public static Problem? Warn(IntakeDecision decision, ReadItem read, HandInId handIn) => decision switch
    {
        IntakeDecision.NewRevision { Item: var item } => Waits(item, read.Place),
        IntakeDecision.Unchanged { Current: var item } when item.HandIn == handIn => Waits(item, read.Place),
        IntakeDecision.Unchanged { Current.Withdrawal: not null } =>
            new(nameof(ProblemTexts.StaysWithdrawn), read.Place, read.Content.Id.Value),
        IntakeDecision.Unchanged { Current.State: ItemState.Approved } when read.Content.Claim is null =>
            new(nameof(ProblemTexts.StaysApproved), read.Place, read.Content.Id.Value),
        IntakeDecision.Claimed => new(nameof(ProblemTexts.ApprovalWaits), read.Place, read.Content.Id.Value),
        _ => null,
    };

    private static Problem? Waits(Item item, Place place) => item switch
    {
        { Approval: not null } => null,
        { ApprovedBefore: not null } => new(
            nameof(ProblemTexts.ApprovalNeededAnew), place, item.Id.Value, item.Revision.ToString(CultureInfo.InvariantCulture)),
        { Claim: not null } => new(nameof(ProblemTexts.ApprovalWaits), place, item.Id.Value),
        _ => null,
    };

    /// <summary>
    /// The approval that the content carries, where it counts by itself: whoever handed it in may approve, and its document has its date
    /// behind it. Who did it is whoever handed it in, whatever name stands in the file.
    /// </summary>
    private static Approval? Counting(ItemContent content, HandInSource source, DateTimeOffset now) =>
        source.Right is { } right && content.Claim is { } claim && claim.Date <= LocalTime.DayOf(now)
            ? new(right.Approver, claim.Document, claim.Date)
            : null;

    /// <summary>
    /// The revision that shows a picture as it is now. What was approved was the picture before, so it waits for an approval of its own.
    /// </summary>
    /// <returns>Null where the item shows the picture as it is already.</returns>
    public static IntakeDecision.NewRevision? WithPicture(
        Item current, Revision revision, ChangedPicture changed, HandInSource source, DateTimeOffset now)
    {
        var shown = revision.Pictures.IsDefault
            ? changed.Before
            : revision.Pictures.FirstOrDefault(picture => picture.Path == changed.Now.Path);
        if (shown is null || shown.Blob == changed.Now.Blob)
        {
            return null;
        }

        // What was stored before pictures were noted had one.
        var pictures = revision.Pictures.IsDefault
            ? [changed.Now]
            : revision.Pictures.Replace(shown, changed.Now);
        var number = current.Revision + 1;
        var content = revision.Content with { Claim = null };
        return new(
            current with
            {
                Revision = number,
                AcceptedAt = now,
                Approval = null,
                Claim = null,
                Returned = null,
                ApprovedBefore = current.LastApproved,
                HandedInBy = source.By,
                PictureFiles = FilesOf(pictures),
            },
            new(number, content, revision.ContentHash, source.File, source.Line, source.By?.Value, now, pictures));
    }

    private static ImmutableArray<string> FilesOf(ImmutableArray<AcceptedPicture> pictures) =>
        [.. pictures.Select(picture => picture.Path)];

    private static IntakeDecision.NewRevision NewRevision(
        Item? current, ItemContent content, string hash, HandInSource source, DateTimeOffset now)
    {
        var number = (current?.Revision ?? 0) + 1;

        // What was taken back once goes out again only when a person says so.
        var approval = current?.Withdrawal is null ? Counting(content, source, now) : null;
        var item = new Item
        {
            Id = content.Id,
            Revision = number,
            ContentHash = hash,
            SourceFile = source.File,
            HandIn = source.HandIn,
            Kind = content.Kind,
            Headline = content.Text.Headline,
            Sample = content.Sample,
            AcceptedAt = now,
            PublishAt = content.PublishAt,
            ExpiresAt = content.ExpiresAt,
            Approval = approval,
            Claim = approval is null ? content.Claim : null,
            HandedInBy = source.By,
            ApprovedBefore = current?.LastApproved,
            PictureFiles = FilesOf(source.Pictures),
            Resolution = content.Resolution,
            Topics = content.Topics,
            Communes = content.Communes,
            Occasions = Kept(current, content),
            Untranslated = current?.Untranslated,
            Airing = content.Airing,
        };
        return new(item, new(number, content, hash, source.File, source.Line, source.By?.Value, now, source.Pictures));
    }

    /// <summary>
    /// What was decided on the calendar holds for the next revision too. Where whoever wrote it names another time than before, that time
    /// holds, and not the one that it was moved to.
    /// </summary>
    private static ImmutableArray<Occasion> Kept(Item? current, ItemContent content) =>
        current is null ? []
        : current.PublishAt == content.PublishAt ? current.Occasions
        :
        [
            .. current.Occasions
                .Where(occasion => occasion.State is not OccasionState.Planned)
                .Select(occasion => occasion with { At = null }),
        ];
}
