using Dissemination.Alerts;
using Dissemination.Channels;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>
/// Reminds people of hand tasks in their chat. A reminder is taken out of storage before it is sent: whoever is cut off between leaves it
/// unsaid, and nobody hears it twice. The page of hand tasks says the same in any case.
/// </summary>
internal sealed class TaskReminders(
    Store store,
    DirectoryStore directories,
    ReviewerBot bot,
    AlertStore alerts,
    SiteAddress site,
    ReviewNotificationOptions notifications,
    TimeProvider time)
{
    /// <summary>So many are sent in one invocation; the next takes the rest.</summary>
    private const int AtMost = 100;

    private const string Page = "/hand-tasks";

    /// <summary>What nobody sent for so long is no news any more.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromHours(12);

    /// <summary>None without a bot; else one transaction, and one for each reminder; two where Telegram puts it off.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (!notifications.IsOn)
        {
            return;
        }

        var (now, directory) = (time.GetUtcNow(), await directories.CurrentAsync(cancellationToken));
        var range = TableReading.Range(Keys.Editorial, KeysOfReviewing.ReminderDuePrefix, KeysOfReviewing.ReminderDueAfter(now));
        var due = await store.Editorial.WhereAsync(range, ReminderDue.Topic.Json, cancellationToken)
            .Take(AtMost).ToListAsync(cancellationToken);
        foreach (var row in due)
        {
            using var span = Tracing.Continue(ReminderDue.Topic.Name, row.Value.TraceParent);

            // Who wrote or took it meanwhile has it.
            if (await new Transaction(Keys.Editorial).Delete(row).CommitAsync(store.Editorial, cancellationToken)
                && now - row.Value.At < Holds && directory.Find(row.Value.Person) is { Telegram: { } chat } person)
            {
                await TellAsync(row.Value, person, chat, cancellationToken);
            }
        }
    }

    private async Task TellAsync(ReminderDue due, Person person, long chat, CancellationToken cancellationToken)
    {
        var words = ReviewerTexts.Vietnamese;
        switch (await bot.SayAsync(
            chat, words.Remind(due, new Uri(site.Base, Page)), ReviewerKeyboard.Open(Page, site, words), cancellationToken))
        {
            case ReviewerOutcome.Later later:
                await AgainAsync(due, later.After, cancellationToken);
                break;
            case ReviewerOutcome.Closed:
                await alerts.RaiseClosedChatAsync(person, cancellationToken);
                break;
        }
    }

    private Task<bool> AgainAsync(ReminderDue due, TimeSpan after, CancellationToken cancellationToken) =>
        new Transaction(Keys.Editorial)
            .HandOver(ReminderDue.Topic, due with { At = time.GetUtcNow() + after })
            .CommitAsync(store.Editorial, cancellationToken);
}
