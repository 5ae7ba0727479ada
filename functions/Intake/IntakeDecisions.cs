using System.Collections.Immutable;
using Dissemination.Content;

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
        return current is { State: ItemState.WaitingForApproval } && current.ContentHash == hash && content.Approval is not null
            && current.HandIn != source.HandIn
            ? new IntakeDecision.Approved(current with { Approval = content.Approval })
            : new IntakeDecision.Unchanged(current);
    }

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
        var content = revision.Content with { Approval = null };
        return new(
            current with { Revision = number, AcceptedAt = now, Approval = null, PictureFiles = FilesOf(pictures) },
            new(number, content, revision.ContentHash, source.File, source.Line, source.By?.Value, now, pictures));
    }

    private static ImmutableArray<string> FilesOf(ImmutableArray<AcceptedPicture> pictures) =>
        [.. pictures.Select(picture => picture.Path)];

    private static IntakeDecision.NewRevision NewRevision(
        Item? current, ItemContent content, string hash, HandInSource source, DateTimeOffset now)
    {
        var number = (current?.Revision ?? 0) + 1;
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
            Approval = content.Approval,
            PictureFiles = FilesOf(source.Pictures),
        };
        return new(item, new(number, content, hash, source.File, source.Line, source.By?.Value, now, source.Pictures));
    }
}
