namespace Dissemination.Web.Pages.Recordings;

/// <summary>What there is of a sentence.</summary>
internal enum SentenceStanding
{
    /// <summary>Nobody has read it yet.</summary>
    Missing,

    /// <summary>It was read anew, and waits to be sent or listened to.</summary>
    Read,

    /// <summary>The approved recording says it: it need not be read again.</summary>
    Said,

    /// <summary>The approved recording was read from other words.</summary>
    Changed,
}
