using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Channels;
using Dissemination.Problems;
using Dissemination.Reports.Periods;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Reviewing;

/// <summary>Tells leadership's own chat, where one is set, of each week's report, once.</summary>
internal sealed class LeaderMessages(
    Outbox outbox,
    PeriodStore reports,
    ReviewerBot bot,
    AlertStore alerts,
    SiteAddress site,
    IOptions<ReviewerOptions> options,
    TimeProvider time)
{
    /// <summary>The kind of the alert about a chat that takes no messages.</summary>
    public const string AlertKind = "leaders";

    /// <summary>When it is tried again where nobody says when.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(10);

    /// <summary>Whoever hears of it later reads the next one.</summary>
    private const int MostTries = 12;

    /// <summary>One transaction where there is nothing to tell. Where no chat is set, what there was to tell is let go.</summary>
    public Task TellAsync(CancellationToken cancellationToken) => outbox.DispatchAsync(
        PeriodTopics.TellLeaders, atMost: 10, TellAsync, cancellationToken, Keys.TellLeadersAfter(time.GetUtcNow()));

    private async Task<OutboxOutcome> TellAsync(PeriodDue due, CancellationToken cancellationToken)
    {
        if (options.Value is not { IsOn: true, LeadersChat: { } chat }
            || await reports.FindAsync(new(due.Period, due.Edition), cancellationToken) is not { } figures)
        {
            return OutboxOutcome.Done;
        }

        var before = figures.Before is { } earlier ? await reports.FindAsync(earlier, cancellationToken) : null;
        var words = LeaderSummary.Of(figures, before, new Uri(site.Base, $"/reports/periods/{due.Period}"));
        return await bot.SayAsync(chat, words, markup: null, cancellationToken) switch
        {
            ReviewerOutcome.Done => await ToldAsync(chat, cancellationToken),
            ReviewerOutcome.Later later => Again(due, later.After),

            // Nobody knows whether it came, so it may come twice: better than not at all.
            ReviewerOutcome.Failed when due.Tries < MostTries => Again(due, AWhile),
            var outcome => await GiveUpAsync(chat, WordsOf(outcome), cancellationToken),
        };
    }

    private async Task<OutboxOutcome> ToldAsync(long chat, CancellationToken cancellationToken)
    {
        await alerts.DismissAsync(AlertKind, AlertStore.KeyOf(SubjectOf(chat)), cancellationToken);
        return OutboxOutcome.Done;
    }

    private OutboxOutcome Again(PeriodDue due, TimeSpan after) => OutboxOutcome.Done with
    {
        With = new Transaction(Keys.Editorial).HandOver(
            PeriodTopics.TellLeaders, due with { At = time.GetUtcNow() + after, Tries = due.Tries + 1 }),
    };

    private async Task<OutboxOutcome> GiveUpAsync(long chat, string words, CancellationToken cancellationToken)
    {
        await alerts.RaiseAsync(
            AlertKind, SubjectOf(chat), new(nameof(ProblemTexts.LeadersChatClosed), null, words), retry: null, cancellationToken);
        return OutboxOutcome.Done;
    }

    private static string SubjectOf(long chat) => chat.ToString(CultureInfo.InvariantCulture);

    private static string WordsOf(ReviewerOutcome outcome) => outcome switch
    {
        ReviewerOutcome.Closed closed => closed.Words,
        ReviewerOutcome.Refused refused => refused.Words,
        ReviewerOutcome.Failed failed => failed.Words,
        _ => "",
    };
}
