using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Recordings;

/// <summary>A text as somebody reads it aloud, and what was recorded of it.</summary>
public sealed class RecordingModel : PageModel
{
    /// <summary>The name of the field with a recording of the whole text.</summary>
    internal const string Whole = "whole";

    internal RecordingModel(PageFrame frame, SpokenVersion version, Row<Recording>? row)
        : base(frame) => (Version, Row) = (version, row);

    internal SpokenVersion Version { get; }

    internal Row<Recording>? Row { get; }

    internal Recording? Recording => Row?.Value;

    internal string ETag => Row?.ETag.ToString("H") ?? "";

    /// <summary>What is approved now, whatever it says.</summary>
    internal ApprovedVoice? Voice => Recording?.Voice;

    /// <summary>What was approved last, now or of an earlier revision; null where nothing ever was.</summary>
    internal ApprovedVoice? Before { get; init; }

    /// <summary>The sentences that it still says, and that nobody read anew.</summary>
    internal ImmutableArray<string> StillSaid { get; init; } = [];

    /// <summary>What was typed into a form that was not done.</summary>
    internal TypedReason? Typed { get; init; }

    internal string Address => RecordingPageServices.AddressOf(Version.Text);

    /// <summary>Why the reader only listens; null where he or she may record and approve.</summary>
    internal Problem? Refusal => Frame.Person is { } person ? Version.WhyNot(person) : null;

    /// <summary>Whether there are words to read aloud.</summary>
    internal bool HasWords => Version.Words is not null && Version.Item.Value.Withdrawal is null;

    internal bool MayRecord => Refusal is null && HasWords;

    internal bool IsReader => Frame.Person is { } person && Recording?.Readers.Contains(person.Id) == true;

    internal bool IsInReview => Recording?.State is RecordingState.InReview;

    /// <summary>Whether what waits says the words that hold now.</summary>
    internal bool IsCurrent => Recording is { } recording
        && Version.Spoken.Sentences.All(sentence => recording.PartOf(sentence) is not null);

    /// <summary>Whether what is approved was read from other words, and is played nowhere.</summary>
    internal bool IsStale => Voice is { } voice && (Version.Words is null || !voice.Says(Version.Words));

    /// <summary>Whether there is something to send that nobody has listened to; what lies on the phone the page itself knows.</summary>
    internal bool MaySend => !IsInReview && (Voice is null || IsStale || Recording?.Parts is not (null or []));

    internal bool MayTakeBack => Voice is not null && (Refusal is null || Frame.Person?.Is(Role.Staff) == true);

    internal bool HasWhole => Recording?.Parts is [{ Sentences.Length: > 1 }];

    internal IEnumerable<SentenceView> Sentences =>
        Version.Spoken.Sentences.DistinctBy(sentence => sentence.Id, StringComparer.Ordinal).Select(Of);

    internal int Missing => Sentences.Count(IsMissing);

    /// <summary>Whether somebody has still to read it.</summary>
    internal static bool IsMissing(SentenceView sentence) =>
        sentence.Standing is SentenceStanding.Missing or SentenceStanding.Changed;

    internal string FileOf(string file) => $"{Address}/files/{file[(file.LastIndexOf('/') + 1)..]}";

    internal string NameOf(PersonId id) => Version.Directory.Find(id)?.Name ?? id.Value;

    private SentenceView Of(SpokenSentence sentence)
    {
        var part = Recording?.PartOf(sentence);
        var standing = part is not null ? SentenceStanding.Read
            : StillSaid.Contains(sentence.Id, StringComparer.Ordinal) ? SentenceStanding.Said
            : Before is { } before && !before.Sentences.Contains(sentence.Id, StringComparer.Ordinal) ? SentenceStanding.Changed
            : SentenceStanding.Missing;
        return new(sentence.Id, sentence.Text, standing, part is { Sentences.Length: 1 } ? FileOf(part.File) : null);
    }
}
