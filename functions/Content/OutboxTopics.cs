using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What a stage hands to another, and in which rows.</summary>
internal static class OutboxTopics
{
    /// <summary>
    /// To Publishing: a language version that may go out from a time on, or a commune's own variant that came, was approved or went.
    /// </summary>
    public static readonly OutboxTopic<VersionDue> Publish =
        new("publish", Keys.DuePrefix, ContentJson.Default.VersionDue, due => Keys.Due(due.At, due.Text.ToString()));

    /// <summary>
    /// To Deliveries: an item that was withdrawn or replaced; what is planned of it and may not go out any more is to be stopped.
    /// </summary>
    public static readonly OutboxTopic<ItemDue> Stop =
        new("stop", Keys.StopDuePrefix, ContentJson.Default.ItemDue, due => Keys.StopDue(due.Item.Value));

    /// <summary>
    /// The same to Deliveries, at the time when an item expires: taken together with what is stopped at once, so that waiting for it costs
    /// nothing.
    /// </summary>
    public static readonly OutboxTopic<ItemDue> Expire =
        new("expire", Keys.StopDuePrefix, ContentJson.Default.ItemDue, due => Keys.StopDue(due.At, due.Item.Value));

    /// <summary>To Reports, from every stage: an item to which something happened.</summary>
    public static readonly OutboxTopic<ItemDue> Report =
        new("report", Keys.ReportDuePrefix, ContentJson.Default.ItemDue, due => Keys.ReportDue(due.Item.Value));

    /// <summary>To Reach, from Reports and itself: a language version whose posts are to be measured at a time.</summary>
    public static readonly OutboxTopic<VersionDue> Measure = new(
        "measure", Keys.MeasureDuePrefix, ContentJson.Default.VersionDue, due => Keys.MeasureDue(due.At, due.Version.ToString()));

    /// <summary>To the translation memory: a translation whose approval came or went.</summary>
    public static readonly OutboxTopic<VersionDue> Remember =
        new("remember", Keys.MemoryDuePrefix, ContentJson.Default.VersionDue, due => Keys.MemoryDue(due.Version.ToString()));

    /// <summary>To Reviewing: a recording that came into review, or left it.</summary>
    public static readonly OutboxTopic<VersionDue> TellListeners =
        new("call-listeners", KeysOfReviewing.VoiceNewsPrefix, ContentJson.Default.VersionDue, due => KeysOfReviewing.VoiceNews(
            due.Text.ToString()));

    /// <summary>To Reviewing: a translation that came into review, left it, changed hands there, or was spoken about.</summary>
    public static readonly OutboxTopic<VersionDue> TellReviewers =
        new("call-reviewers", KeysOfReviewing.ReviewNewsPrefix, ContentJson.Default.VersionDue, due => KeysOfReviewing.ReviewNews(
            due.Text.ToString()));
}
