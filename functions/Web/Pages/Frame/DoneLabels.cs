using System.Globalization;

namespace Dissemination.Web.Pages.Frame;

/// <summary>What a form has done, by the word that its redirect carries. A word that is not known says nothing.</summary>
internal static class DoneLabels
{
    public const string Approved = "approved";
    public const string Withdrawn = "withdrawn";
    public const string ItemReturned = "item-returned";
    public const string NoteAdded = "note-added";
    public const string UntranslatedChosen = "untranslated-chosen";
    public const string Saved = "saved";
    public const string Submitted = "submitted";
    public const string TranslationApproved = "translation-approved";
    public const string Returned = "returned";
    public const string Confirmed = "confirmed";
    public const string Released = "released";
    public const string Retried = "retried";
    public const string Settled = "settled";
    public const string Dismissed = "dismissed";
    public const string Reopened = "reopened";
    public const string Resumed = "resumed";
    public const string OfferDecided = "offer-decided";
    public const string HandedIn = "handed-in";
    public const string TakenBack = "taken-back";
    public const string Undone = "undone";
    public const string XliffTaken = "xliff-taken";
    public const string FilledIn = "filled-in";
    public const string RecordingAdded = "recording-added";
    public const string RecordingSubmitted = "recording-submitted";
    public const string RecordingApproved = "recording-approved";
    public const string RecordingReturned = "recording-returned";
    public const string RecordingTakenBack = "recording-taken-back";
    public const string Claimed = "claimed";
    public const string LeftToOthers = "left-to-others";
    public const string Assigned = "assigned";
    public const string VariantStarted = "variant-started";
    public const string VariantDropped = "variant-dropped";
    public const string Commented = "commented";
    public const string CommentsSeen = "comments-seen";
    public const string WarningDismissed = "warning-dismissed";
    public const string MemoryRemoved = "memory-removed";
    public const string TermSaved = "term-saved";
    public const string TermRemoved = "term-removed";
    public const string GlossaryTaken = "glossary-taken";
    public const string DirectoryChanged = "directory-changed";
    public const string DirectoryProposed = "directory-proposed";
    public const string DirectoryRowSaved = "directory-row-saved";
    public const string DirectoryRowWaits = "directory-row-waits";
    public const string TestSent = "test-sent";
    public const string TestRemoved = "test-removed";
    public const string Dropped = "dropped";
    public const string DraftSaved = "draft-saved";
    public const string DraftConverted = "draft-converted";
    public const string DraftDiscarded = "draft-discarded";
    public const string DirectoryDeclined = "directory-declined";
    public const string SessionsEnded = "sessions-ended";
    public const string TokenRevoked = "token-revoked";

    public const string CommuneReminded = "commune-reminded";
    public const string OccasionMoved = "occasion-moved";
    public const string OccasionHeld = "occasion-held";
    public const string OccasionCancelled = "occasion-cancelled";
    public const string OccasionResumed = "occasion-resumed";

    public const string MeetingTold = "meeting-told";
    public const string OpinionsTold = "opinions-told";
    public const string MeetingCorrected = "meeting-corrected";
    public const string MeetingWithdrawn = "meeting-withdrawn";
    public const string SheetTaken = "sheet-taken";

    public const string ReportCorrected = "report-corrected";

    /// <summary>What ends a thing that a communicator was asked for.</summary>
    private static readonly string[] Finishing =
    [
        Submitted, TranslationApproved, Returned, RecordingSubmitted, RecordingApproved, RecordingReturned, Confirmed, Released,
        CommentsSeen, MeetingTold, OpinionsTold, MeetingCorrected, VariantDropped,
    ];

    public static bool Finishes(string? word) => Finishing.Contains(word, StringComparer.Ordinal);

    /// <param name="count">How many were done at once, as the redirect carries it; empty for one.</param>
    public static string? Of(string? word, string? count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1
            ? OfMany(word, number)
            : Of(word);

    public static string? OfMany(string? word, int count) =>
        Labels.Find("DoneMany", word) is { } format ? TextFormat.Fill(format, count) : Of(word);

    private static string? Of(string? word) => Labels.Find("Done", word);
}
