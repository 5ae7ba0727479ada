using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach;
using Dissemination.Storage;
using Dissemination.Tests.Web;
using Dissemination.Translation;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>The life of one item, made up from the seed and its number: when what happens to it, and how the rooms store that.</summary>
internal sealed class QuarterItem
{
    private static readonly LanguageTag[] Translated = [new(QuarterDirectory.Thai), new(QuarterDirectory.Mong)];

    private static readonly string[] Topics =
        ["growth", "grdp-per-capita", "productivity", "budget-revenue", "macadamia", "coffee", "forest-cover", "poverty"];

    private readonly QuarterSite _site;
    private readonly Random _random;
    private readonly ItemContent _content;
    private readonly List<QuarterDeliveries> _languages;
    private readonly Dictionary<DeliveryId, long> _opens = [];

    /// <summary>Posted before the merger and corrected after it.</summary>
    private readonly bool _crossesMerger;

    private bool _isOver;

    public QuarterItem(QuarterSite site, int number)
    {
        (_site, _random) = (site, new Random((site.Plan.Seed * 100_003) + number));
        var month = QuarterPlan.Month(number % QuarterPlan.Months).ToDateTime(TimeOnly.MinValue);
        _crossesMerger = number == 1;
        var approvedAt = _crossesMerger
            ? QuarterPlan.Merged.AddDays(-5)
            : new DateTimeOffset(month, TimeSpan.FromHours(7)).ToUniversalTime().AddMinutes(_random.Next(180, 27 * 24 * 60));
        _content = new()
        {
            Id = new($"tin-{number:D4}"),
            Kind = ItemKind.Article,
            Text = new($"Tin số {number:D4}", null, "Nội dung"),
            Issuer = "Ban Tuyên giáo (mẫu)",
            Resolution = "dien-bien-2025-2030",
            Topics = [.. Topics.Where(_ => Chance(15))],
            Communes = Chance(15) && !_crossesMerger ? [.. site.Before.Communes.Where(_ => Chance(20)).Select(commune => commune.Id)] : [],
            PublishAt = Chance(15) && !_crossesMerger ? approvedAt.AddMinutes(_random.Next(60, 5_000)) : null,
            ExpiresAt = Chance(12) && !_crossesMerger ? approvedAt.AddMinutes(_random.Next(6_000, 40_000)) : null,
        };
        _languages = [.. Translated.Prepend(LanguageTag.Vietnamese).Select(tag => new QuarterDeliveries(site, _content, tag, _random))];
        Steps = [.. Live(approvedAt)];
    }

    public IReadOnlyList<QuarterStep> Steps { get; }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private IEnumerable<QuarterStep> Live(DateTimeOffset approvedAt)
    {
        yield return new(approvedAt.AddHours(-2), () => AcceptAsync(1, approvedAt.AddHours(-2)));
        yield return new(approvedAt, () => ApproveAsync(approvedAt));
        var corrected = _crossesMerger ? QuarterPlan.Merged.AddDays(2)
            : Chance(30) ? approvedAt.AddMinutes(_random.Next(1_000, 30_000)) : DateTimeOffset.MaxValue;
        foreach (var step in SpreadFrom(1, approvedAt, until: corrected))
        {
            yield return step;
        }

        if (corrected < QuarterPlan.End)
        {
            yield return new(corrected, () => AcceptAsync(2, corrected));
            if (Chance(80) || _crossesMerger)
            {
                var again = corrected.AddMinutes(_random.Next(30, 1_500));
                yield return new(again, () => ApproveAsync(again));
                foreach (var step in SpreadFrom(2, again, until: DateTimeOffset.MaxValue))
                {
                    yield return step;
                }
            }
        }

        if (Chance(9) && !_crossesMerger)
        {
            var at = approvedAt.AddMinutes(_random.Next(2_000, 40_000));
            yield return new(at, () => WithdrawAsync(at));
        }

        if (_content.ExpiresAt is { } expires)
        {
            yield return new(expires, () => StopAsync(expires, new(nameof(ProblemTexts.ItemExpired)), takesDown: false));
        }

        foreach (var days in (int[])[1, 3, 8, 20])
        {
            var at = approvedAt.AddDays(days).AddMinutes(_random.Next(600));
            yield return new(at, () => LookAsync(at));
        }

        yield return new(QuarterPlan.End.AddMinutes(-1), () => LookAsync(QuarterPlan.End.AddMinutes(-1)));
    }

    /// <summary>Its texts are written, reviewed and posted, some never.</summary>
    private IEnumerable<QuarterStep> SpreadFrom(int revision, DateTimeOffset approvedAt, DateTimeOffset until)
    {
        foreach (var each in _languages)
        {
            var ready = approvedAt.AddMinutes(_random.Next(1, 15));
            if (!each.Language.IsVietnamese)
            {
                var (claim, inReview) = (approvedAt.AddMinutes(_random.Next(20, 1_000)), approvedAt.AddMinutes(_random.Next(1_001, 4_000)));
                yield return Text(each.Language, revision, TranslationState.Wanted, approvedAt.AddMinutes(1));
                yield return Text(each.Language, revision, TranslationState.Drafted, claim);
                if (Chance(12))
                {
                    continue;
                }

                yield return Text(each.Language, revision, TranslationState.InReview, inReview);
                if (Chance(12))
                {
                    continue;
                }

                ready = inReview.AddMinutes(_random.Next(30, 3_000));
                yield return Text(each.Language, revision, TranslationState.Approved, ready);
            }

            var at = ready > _content.PublishAt || _content.PublishAt is null ? ready : _content.PublishAt.Value;
            if (at < until && !(at > _content.ExpiresAt))
            {
                yield return new(at, () => _isOver ? Task.CompletedTask : PostAsync(each, revision, at));
            }
        }
    }

    private async Task PostAsync(QuarterDeliveries language, int revision, DateTimeOffset at)
    {
        await language.PostAsync(revision, at);
        await _site.ReportAsync(_content.Id, at);
    }

    /// <summary>What happened meanwhile is written, and some figures are collected.</summary>
    private async Task LookAsync(DateTimeOffset at)
    {
        foreach (var language in _languages)
        {
            await language.AdvanceAsync(at);
            foreach (var version in language.All.Where(delivery =>
                delivery is { State: DeliveryState.Delivered, Action: not DeliveryAction.Remove }).GroupBy(delivery => delivery.Id.Version))
            {
                await SampleAsync(version.Key, [.. version.OrderBy(each => each.Id.Place, StringComparer.Ordinal).Where(_ => Chance(70))]);
            }
        }

        await _site.ReportAsync(_content.Id, at);
    }

    private async Task SampleAsync(VersionId version, IReadOnlyCollection<Delivery> deliveries)
    {
        var now = _site.Time.GetUtcNow();
        var samples = deliveries.Select(delivery =>
        {
            // Now and then a channel tells less than before.
            var before = _opens.GetValueOrDefault(delivery.Id);
            var opens = _opens[delivery.Id] = Chance(8) ? before / 2 : before + _random.Next(5);
            return new ReachSample(
                delivery.Id,
                now,
                delivery.Channel is ChannelKind.Loudspeaker ? null : opens,
                delivery.Channel is ChannelKind.Telegram && Chance(80) ? _random.Next(20, 3_000) : null,
                delivery.Attendance)
            {
                Figures = delivery.Channel is ChannelKind.Facebook ? [.. FiguresAt(now)] : [],
            };
        }).ToList();
        var places = _opens.Where(each => each.Key.Version == version && each.Value > 0)
            .GroupBy(each => (each.Key.Destination.Commune, _site.ChannelOf(each.Key.Destination)))
            .Select(each => new OpensOfPlaces(each.Key.Commune, each.Key.Item2, each.Sum(link => link.Value)));
        var store = _site.Get<ReachSampleStore>();
        var known = await store.OfAsync(version, CancellationToken.None);
        Assert.True(await store.AddAsync(version, known, samples, [.. places], CancellationToken.None));
    }

    /// <summary>What a page tells of a post: some figures are missing, and some fall.</summary>
    private IEnumerable<MeasuredFigure> FiguresAt(DateTimeOffset now) =>
        from metric in Enum.GetValues<PostMetric>()
        where metric is not PostMetric.Audience && Chance(60)
        select new MeasuredFigure(metric, _random.Next(500), now.AddMinutes(-_random.Next(60)));

    private async Task AcceptAsync(int revision, DateTimeOffset at)
    {
        if (_isOver)
        {
            return;
        }

        var read = await ReadAsync();
        var item = new Item
        {
            Id = _content.Id,
            Revision = revision,
            ContentHash = $"h{revision}",
            SourceFile = $"items/{_content.Id}.md",
            HandIn = new("0000000000000000001-000000000000"),
            Kind = ItemKind.Article,
            Headline = _content.Text.Title!,
            Sample = true,
            AcceptedAt = at,
            PublishAt = _content.PublishAt,
            ExpiresAt = _content.ExpiresAt,
            HandedInBy = new(Site.Staff),
            ApprovedBefore = read?.Value.LastApproved,
        };
        var made = new Revision(revision, _content, item.ContentHash, item.SourceFile, null, Site.Staff, at);
        await CommitAsync(new Transaction(Keys.Editorial).Accept(read, (item, made), new(Site.Staff), at));
        foreach (var language in _languages)
        {
            await language.HoldAsync(at);
        }
    }

    private async Task ApproveAsync(DateTimeOffset at)
    {
        var read = await ReadAsync();
        if (!_isOver && read is { Value: var item })
        {
            var approved = item with { Approval = new(new(Site.Approver), "MẪU-01/2026", LocalTime.DayOf(at)) };
            await CommitAsync(new Transaction(Keys.Editorial).Approve(read, approved, [], at));
        }
    }

    private async Task WithdrawAsync(DateTimeOffset at)
    {
        if (!_isOver && await ReadAsync() is { } read)
        {
            var item = read.Value with { Withdrawal = new(new(Site.Staff), at, "Sai số liệu") };
            await CommitAsync(new Transaction(Keys.Editorial).Withdraw(read, item, at));
            await StopAsync(at, new(nameof(ProblemTexts.ItemWithdrawn), null, "Sai số liệu"), takesDown: true);
        }
    }

    private async Task StopAsync(DateTimeOffset at, Problem reason, bool takesDown)
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        foreach (var language in _languages)
        {
            await language.StopAsync(at, reason, takesDown);
        }

        await _site.ReportAsync(_content.Id, at);
    }

    private QuarterStep Text(LanguageTag language, int revision, TranslationState state, DateTimeOffset at) => new(at, async () =>
    {
        if (_isOver)
        {
            return;
        }

        var isClaimed = state is TranslationState.Drafted && language.Value == QuarterDirectory.Thai;
        TranslatedVersion text = new()
        {
            Id = new(_content.Id, revision, language),
            State = state,
            Text = new("t", null, "b"),
            SourceHash = "",
            ChangedAt = at,
            ReviewedBy = state is TranslationState.Approved ? new("dich-thai") : null,
            Claim = isClaimed ? new(new("dich-thai"), at) : null,
        };
        await CommitAsync(new Transaction(Keys.Editorial)
            .Put(TranslationTransaction.KeyOf(text.TextId), text, TranslationJson.Default.TranslatedVersion)
            .HandOver(OutboxTopics.Report, ItemDue.Of(_content.Id, at)));
    });

    private Task<Row<Item>?> ReadAsync() => _site.Get<ItemReader>().FindAsync(_content.Id, CancellationToken.None);

    private async Task CommitAsync(Transaction transaction) =>
        Assert.True(await transaction.CommitAsync(_site.Store.Editorial, CancellationToken.None));
}
