using System.Globalization;

namespace Dissemination.Web.Pages.Frame;

/// <summary>What a form has done, by the word that its redirect carries. A word that is not known says nothing.</summary>
internal static class DoneLabels
{
    public const string Approved = "approved";
    public const string Withdrawn = "withdrawn";
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
    public const string XliffTaken = "xliff-taken";
    public const string FilledIn = "filled-in";
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
    public const string DirectoryDeclined = "directory-declined";

    /// <param name="count">How many were done at once, as the redirect carries it; empty for one.</param>
    public static string? Of(string? word, string? count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1
            ? OfMany(word, number)
            : Of(word);

    public static string? OfMany(string? word, int count) =>
        Labels.Find("DoneMany", word) is { } format ? string.Format(CultureInfo.CurrentCulture, format, count) : Of(word);

    private static string? Of(string? word) => Labels.Find("Done", word);
}
