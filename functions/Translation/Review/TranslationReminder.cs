using System.Globalization;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Review;

/// <summary>Woken by the timer: reminds each commune of the translations that it was asked for and that are late, with one notice that goes by itself once none is.</summary>
internal sealed class TranslationReminder(Store store, NoticeBoard notices, TimeProvider time)
{
    /// <summary>The kind of its notices; their subject is the commune.</summary>
    public const string NoticeKind = "translations";

    /// <summary>One transaction for each thousand open translations, and a write only where something changed.</summary>
    public async Task RemindAsync(CancellationToken cancellation)
    {
        var raised = await notices.OfKindAsync(NoticeKind, cancellation).ToDictionaryAsync(notice => notice.Subject, StringComparer.Ordinal, cancellation);
        foreach (var (commune, late) in await LateAsync(cancellation))
        {
            var problem = new Problem(nameof(ProblemTexts.TranslationsLate), null, late.Count.ToString(CultureInfo.InvariantCulture), LocalTime.Text(LocalTime.LastDay(late.Oldest)));
            if (!raised.Remove(commune.Value, out var notice) || notice.Problem.Code != problem.Code || !notice.Problem.Arguments.SequenceEqual(problem.Arguments))
            {
                await notices.RaiseAsync(NoticeKind, commune.Value, problem, retry: null, commune.Value, cancellation);
            }
        }

        // What is left belongs to communes where nothing is late any more.
        foreach (var notice in raised.Values)
        {
            await notices.DismissAsync(NoticeKind, NoticeBoard.KeyOf(notice.Subject), cancellation);
        }
    }

    /// <summary>How many are late in each commune, and since when the oldest is.</summary>
    private async Task<Dictionary<CommuneId, (int Count, DateTimeOffset Oldest)>> LateAsync(CancellationToken cancellation)
    {
        Dictionary<CommuneId, (int Count, DateTimeOffset Oldest)> late = [];
        var now = time.GetUtcNow();
        await foreach (var row in store.Editorial.StartingWithAsync(Keys.Editorial, Keys.InboxPrefix, TranslationJson.Default.InboxEntry, cancellation))
        {
            if (row.Value is { Assignment: { DueAt: { } due } asked } && due < now)
            {
                var before = late.GetValueOrDefault(asked.Commune, (0, due));
                late[asked.Commune] = (before.Item1 + 1, due < before.Item2 ? due : before.Item2);
            }
        }

        return late;
    }
}
