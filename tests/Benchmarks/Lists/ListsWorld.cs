using System.Globalization;
using Dissemination.Benchmarks.Mission;
using Dissemination.Local;
using Dissemination.Reach.Summary;
using Dissemination.Storage;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Lists;

/// <summary>
/// A month of the mission in the middle: some of it out everywhere, some approved for the days to come, the rest waiting for an approval;
/// Thái and Mông wanted of all of it.
/// </summary>
internal sealed class ListsWorld(MissionWorld world, DateTimeOffset now)
{
    public const int Items = 450;
    public const int Waiting = 150;
    public const int Published = 100;
    public const int Drafts = 60;

    public const string Approver = "lanh-dao";

    /// <summary>A communicator of a commune that reads Thái.</summary>
    public const string Communicator = "xa-00-1";

    private const string Resolution = "dien-bien-2025-2030";

    /// <summary>How many days lie ahead.</summary>
    private const int Days = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    public static string Communes => string.Join('\n', MissionPlan.CommuneRows().Split('\n').Select((row, number) =>
        row.Replace("commune,,", number % 2 == 0 ? "commune,hmn-Latn-x-chv," : "commune,blt-Tavt,", StringComparison.Ordinal)));

    public static string People =>
        $"{MissionPlan.People.Trim()}\n{Communicator},Cán bộ truyền thông (mẫu),communicator,xa-00,vi;blt-Tavt\n";

    /// <summary>Has all of it taken in and sent, by the program itself.</summary>
    public async Task WriteAsync()
    {
        await HandInAsync();
        await SendAsync();
    }

    private async Task HandInAsync()
    {
        using var host = world.Run(MissionPlan.NoTimers);
        using var site = await MissionSite.OpenAsync(host);
        await site.UntilDirectoryAsync();
        var resolution = Path.Combine(
            LocalSettings.RepositoryFolder(AppContext.BaseDirectory), "content", "resolutions", $"{Resolution}.yaml");
        await world.DropAsync(Containers.Content, $"resolutions/{Resolution}.yaml", await File.ReadAllTextAsync(resolution));
        for (var taken = 0; taken < Items; taken = await site.CountItemsAsync())
        {
            // A blob of the very second in which the listener looks is passed over now and then: it is dropped again.
            await DropAsync();
            for (int before; (before = taken) < (taken = await CountLaterAsync(site)) && taken < Items;)
            {
            }
        }

        while (await site.CountTranslationsAsync() < Items * 2)
        {
            await Task.Delay(Pause);
        }

        for (var draft = 0; draft < Drafts; draft++)
        {
            await site.DropDraftAsync(
                string.Create(CultureInfo.InvariantCulture, $"nhap-{draft}.md"),
                string.Create(CultureInfo.InvariantCulture, $"# Bài nháp số {draft}\n\nBà con trồng mắc ca và cà phê, giữ rừng đầu nguồn."));
        }

        await host.StopAsync();
    }

    private async Task DropAsync()
    {
        for (var item = 0; item < Items; item++)
        {
            var waits = item >= Items - Waiting;
            await world.DropAsync(waits ? Containers.Content : Containers.Approved, $"items/{MissionPlan.ItemId(item)}.md", Article(item, waits));
        }
    }

    /// <summary>What goes out goes out, and is summed up.</summary>
    private async Task SendAsync()
    {
        using var host = world.Run(
            ["--PublishSchedule=*/2 * * * * *", "--SweepSchedule=*/5 * * * * *", "--ReportSchedule=*/5 * * * * *", "--ReachSchedule=0 0 0 1 1 *",
                "--ReminderSchedule=0 0 0 1 1 *"]);
        await host.OrEndAsync(world.Channels.UntilAsync(Published * MissionPlan.Posts));
        await host.UntilDeliveredAsync(Published * (MissionPlan.Posts + MissionPlan.Feeds));
        var summaries = new SummaryStore(world.Store);
        while (await summaries.FromAsync(1, CancellationToken.None).CountAsync() < Items - Waiting)
        {
            await Task.Delay(Pause);
        }

        await host.StopAsync();
    }

    private static async Task<int> CountLaterAsync(MissionSite site)
    {
        await Task.Delay(Pause);
        return await site.CountItemsAsync();
    }

    private string Article(int item, bool waits)
    {
        var at = item < Published || item % 5 == 0 ? (DateTimeOffset?)null : now.AddDays(1 + (item % Days)).AddMinutes(item % 3 * 45);
        var article = MissionPlan.Article(item, at).Replace(
            "sample: true\n",
            string.Create(CultureInfo.InvariantCulture, $"sample: true\nresolution: {Resolution}\ntopics: [{(item % 2 == 0 ? "macadamia" : "coffee")}]\n"),
            StringComparison.Ordinal);
        return waits
            ? string.Join('\n', article.Split('\n').Where(line => !line.StartsWith("approval:", StringComparison.Ordinal)))
            : article;
    }
}
