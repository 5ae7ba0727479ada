using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Runs;
using Dissemination.Tests.Web;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>
/// The program over a quarter that was simulated: records as the rooms store them, day by day, and the program's own projection of them.
/// </summary>
public class QuarterSite : Rooms
{
    /// <summary>So many reports the timer writes at once.</summary>
    private const int ReportsATick = 50;

    private QuarterDirectory _files = null!;

    internal virtual QuarterPlan Plan { get; } = RunSize.IsFull ? new(20261201, 45, 450) : new(20261201, 45, 30);

    internal Uri Address { get; private set; } = null!;

    /// <summary>The directory before and after the merger.</summary>
    internal DirectorySnapshot Before { get; private set; } = null!;

    internal DirectorySnapshot After { get; private set; } = null!;

    internal IEnumerable<(DestinationId Old, DestinationId Now)> Renamed => _files.Renamed;

    internal CommuneId Gone => _files.Gone;

    /// <summary>Every item's records, read once when all has happened.</summary>
    internal IReadOnlyList<RawItem> Items { get; private set; } = [];

    /// <summary>Every place of them, counted out of the records.</summary>
    internal IReadOnlyList<PlainPlace> Places { get; private set; } = [];

    /// <summary>The communes under whose names stands what was posted of a version to one by a channel.</summary>
    internal ILookup<(VersionId Version, CommuneId Commune, ChannelKind Channel), CommuneId> Names { get; private set; } = null!;

    internal Visitor Visit(string person) => new(Address, person);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Before = await Get<DirectoryStore>().FreshAsync(CancellationToken.None);
        var resolution = await File.ReadAllTextAsync(
            Path.Combine(RepositoryFiles.Root, "content", "resolutions", "dien-bien-2025-2030.yaml"));
        await HandInAsync("resolutions/dien-bien-2025-2030.yaml", resolution, Site.Staff);
        await LiveAsync();
        Address = await ServeAsync();
        Items = await RawItem.ReadAsync(this);
        Places = [.. Items.SelectMany(item => new PlainPlaces(this, item).All())];
        Names = Places.SelectMany(place => place.Deliveries.Select(delivery => (delivery.Id, delivery.Channel, place.Id.Commune)))
            .ToLookup(post => (post.Id.Version, post.Id.Destination.Commune, post.Channel), post => post.Commune);
    }

    private protected override Task HandInOwnDirectoryAsync()
    {
        _files = new(Plan.Communes);
        return HandInDirectoryAsync(_files.Communes(merged: false), _files.Destinations(merged: false), QuarterDirectory.People);
    }

    private protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["SignIn:Sample"] = "true";

    /// <summary>The directory that holds at a time.</summary>
    internal DirectorySnapshot DirectoryAt(DateTimeOffset at) => at < QuarterPlan.Merged ? Before : After;

    /// <summary>What stands under a name, now or before.</summary>
    internal ChannelKind ChannelOf(DestinationId id) =>
        Before.Destinations.Concat(After is null ? [] : After.Destinations).First(place => place.Id == id).Channel;

    /// <summary>The timer works off all that waits for it.</summary>
    internal async Task CountAsync()
    {
        for (var done = 0; done <= Plan.Items; done += ReportsATick)
        {
            await Get<ReportWriter>().WriteDueAsync(CancellationToken.None);
        }
    }

    private async Task LiveAsync()
    {
        var items = Enumerable.Range(0, Plan.Items).Select(number => new QuarterItem(this, number)).ToList();
        var meetings = new QuarterMeetings(this);
        List<(DateTimeOffset At, object Who, Func<Task> Act)> steps =
        [
            .. items.SelectMany(item => item.Steps.Select(step => (step.At, (object)item, step.Act))),
            .. meetings.Steps.Select(step => (step.At, (object)meetings, step.Act)),
        ];
        var days = steps.Where(step => step.At < QuarterPlan.End).ToLookup(step => LocalTime.DayOf(step.At));
        for (var day = LocalTime.DayOf(QuarterPlan.Start); day <= LocalTime.DayOf(QuarterPlan.End); day = day.AddDays(1))
        {
            var evening = QuarterPlan.Start.AddDays(day.DayNumber - LocalTime.DayOf(QuarterPlan.Start).DayNumber + 1);
            Time.SetUtcNow(evening < QuarterPlan.End ? evening : QuarterPlan.End);
            await Parallel.ForEachAsync(
                days[day].GroupBy(step => step.Who),
                new ParallelOptions { MaxDegreeOfParallelism = 4 },
                async (own, _) =>
                {
                    foreach (var (_, _, act) in own.OrderBy(step => step.At))
                    {
                        await act();
                    }
                });
            await EndAsync(day);
        }

        await CountAsync();
    }

    /// <summary>The program counts now and then, and before its directory changes.</summary>
    private async Task EndAsync(DateOnly day)
    {
        var isMerger = Time.GetUtcNow() == QuarterPlan.Merged;
        if (isMerger || day.Day is 9 or 23)
        {
            await CountAsync();
        }

        if (isMerger)
        {
            await HandInDirectoryAsync(_files.Communes(merged: true), _files.Destinations(merged: true), QuarterDirectory.People);
            After = await Get<DirectoryStore>().FreshAsync(CancellationToken.None);
        }
    }

    /// <summary>Something happened to an item.</summary>
    internal Task ReportAsync(ItemId item, DateTimeOffset at) => new Transaction(Keys.Editorial)
        .HandOver(OutboxTopics.Report, ItemDue.Of(item, at))
        .CommitAsync(Store.Editorial, CancellationToken.None);
}
