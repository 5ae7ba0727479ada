namespace Dissemination.Web.Pages.Frame;

/// <summary>What a form has done, by the word that its redirect carries. A word that is not known says nothing.</summary>
internal static class DoneWords
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
    public const string HandedIn = "handed-in";

    public static string? Of(string? word) => word switch
    {
        Approved => Texts.DoneApproved,
        Withdrawn => Texts.DoneWithdrawn,
        Saved => Texts.DoneSaved,
        Submitted => Texts.DoneSubmitted,
        TranslationApproved => Texts.DoneTranslationApproved,
        Returned => Texts.DoneReturned,
        Confirmed => Texts.DoneConfirmed,
        Released => Texts.DoneReleased,
        Retried => Texts.DoneRetried,
        Settled => Texts.DoneSettled,
        Dismissed => Texts.DoneDismissed,
        Reopened => Texts.DoneReopened,
        Resumed => Texts.DoneResumed,
        HandedIn => Texts.DoneHandedIn,
        _ => null,
    };
}
