using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Tests.Reach.Meetings;
using Dissemination.Tests.Web;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>Meetings and opinions that communes tell of; some are corrected, some taken back, some communes keep silent.</summary>
internal sealed class QuarterMeetings
{
    private readonly QuarterSite _site;
    private readonly Random _random;

    public QuarterMeetings(QuarterSite site)
    {
        (_site, _random) = (site, new Random(site.Plan.Seed + 7));
        Steps =
        [
            .. site.Before.Communes.Where((_, number) => number % 6 != 2)
                .SelectMany(commune => Enumerable.Range(0, _random.Next(1, 5)).Select(_ => StepOf(commune.Id))),
        ];
    }

    public IReadOnlyList<QuarterStep> Steps { get; }

    private QuarterStep StepOf(CommuneId commune)
    {
        var at = QuarterPlan.Start.AddMinutes(_random.Next(1_440, 89 * 1_440));
        var day = LocalTime.DayOf(at).AddDays(-1);
        return new(at, () => TellAsync(_random.Next(3) == 0
            ? new() { Commune = commune, Day = day, Opinions = new(Count(500), _random.Next(500), Topic: null) }
            : new()
            {
                Commune = commune,
                Day = day,
                Meeting = new(
                    (MeetingKind)_random.Next(4),
                    new(_random.Next(24), _random.Next(60)),
                    "nhà văn hoá",
                    (MeetingMode)_random.Next(2),
                    Count(300),
                    [LanguageTag.Vietnamese, new(QuarterDirectory.Thai)]),
            }));
    }

    private int? Count(int most) => _random.Next(5) == 0 ? null : _random.Next(most);

    private async Task TellAsync(Told told)
    {
        var (service, staff) = (_site.Get<MeetingService>(), await _site.PersonAsync(Site.Staff));
        var added = await service.AddAsync(
            MeetingText.Input(told) with { IsAnother = true }, staff, CancellationToken.None);
        Assert.True(added.IsValid);
        var id = added.Value.Record.Id;
        switch (_random.Next(6))
        {
            case 0:
                var right = told with
                {
                    Meeting = told.Meeting is { } meeting ? meeting with { Attendance = _random.Next(400) } : null,
                    Opinions = told.Opinions is { } opinions ? opinions with { InPerson = _random.Next(400) } : null,
                };
                await service.CorrectAsync(
                    id, MeetingText.Input(right, "đếm lại") with { IsAnother = true }, Azure.ETag.All, staff, CancellationToken.None);
                break;
            case 1:
                await service.WithdrawAsync(id, "báo nhầm", Azure.ETag.All, staff, CancellationToken.None);
                break;
            default:
                break;
        }
    }
}
