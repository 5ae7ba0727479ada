using System.IO.Compression;
using System.Net;
using Dissemination.Deliveries;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Web;

public sealed class LoudspeakerPageTests(Site site) : IClassFixture<Site>
{
    private const string Urgent = "lu-ve-dem-nay";
    private const string Page = "/hand-tasks/loudspeakers";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_urgent_stands_first_in_the_list_of_the_day_and_is_confirmed_with_clusters_and_times_in_one_tap()
    {
        await site.HandInAsync(
            $"items/{Urgent}.md",
            SampleFiles.Article("Lũ về đêm nay", "Bà con ven suối lên chỗ cao.", frontMatter: "communes: [muong-cha]\nairing: urgent")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        await site.PublishAsync();
        using var visitor = site.Visit("muong-cha-1");
        var (_, list) = await visitor.ReadAsync(Page);
        var task = (await site.HandTaskAsync("muong-cha", Urgent)).ToString();

        var parts = list.Split("class=\"card script\"");
        Assert.Contains("1. Lũ về đêm nay", parts[1], StringComparison.Ordinal);
        Assert.Contains("Phát ngay", parts[1], StringComparison.Ordinal);
        Assert.Contains("Xã tự xếp giờ", parts[2], StringComparison.Ordinal);

        // What is aired next stands unfolded with its words, and of the others what they are and when.
        Assert.StartsWith(" open", parts[1], StringComparison.Ordinal);
        Assert.Matches("<details open[^>]*>\\s*<summary>Lời để đọc", parts[1]);
        Assert.StartsWith(">", parts[2], StringComparison.Ordinal);
        Assert.Contains("Khẩn: phát loa ngay", (await visitor.ReadAsync("/today")).Html, StringComparison.Ordinal);
        Assert.Contains("Khẩn", (await visitor.ReadAsync($"/hand-tasks/{task}")).Html, StringComparison.Ordinal);
        Assert.StartsWith("01  KHẨN", await FirstOfPackAsync(visitor), StringComparison.Ordinal);

        using var tooMany = await visitor.PostAsync(Page, Page + "/confirm", ("id", task), ("clusters", "999"), ("times", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.StatusCode);
        Assert.Contains("value=\"999\"", await tooMany.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var stranger = site.Visit("na-bung-1");
        using var refused = await stranger.PostAsync(Page, Page + "/confirm", ("id", task), ("clusters", "17"), ("times", "2"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var foreign = (await site.HandTaskAsync("bung-lao", Site.Published)).ToString();
        using var partly = await visitor.PostAsync(
            Page, Page + "/confirm", ("id", task), ("id", foreign), ("clusters", "17"), ("times", "2"));
        Assert.Contains("Đã ghi nhận 1 việc làm tay.", await partly.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var aired = await visitor.PostAsync(Page, Page + "/confirm", ("id", task), ("clusters", "17"), ("times", "2"));

        var (_, after) = await visitor.ReadAsync(aired.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Lũ về đêm nay", after, StringComparison.Ordinal);
        Assert.Contains($"{task}/take-back", after, StringComparison.Ordinal);
        var delivery = await site.DeliveryAsync(task);
        Assert.Equal((DeliveryState.Delivered, new TaskProof(Clusters: 17, Times: 2)), (delivery.State, delivery.Proof));

        // Undoing it leads back to where it was done.
        Assert.Contains($"name=\"list\" value=\"{Page}\"", after, StringComparison.Ordinal);
        using var undone = await visitor.PostAsync(Page, $"/hand-tasks/{task}/take-back?commune=muong-cha", ("list", Page));
        Assert.Equal(Page + "?commune=muong-cha&done=taken-back", undone.Headers.Location!.OriginalString);
        Assert.Contains("Lũ về đêm nay", (await visitor.ReadAsync(Page)).Html, StringComparison.Ordinal);
    }

    private static async Task<string> FirstOfPackAsync(Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/hand-tasks/pack.zip?commune=muong-cha");
        await using var stream = await answer.Content.ReadAsStreamAsync(Cancellation);
        await using var zip = new ZipArchive(stream);
        using var list = new StreamReader(await zip.GetEntry("danh-sach.txt")!.OpenAsync(Cancellation));
        return (await list.ReadToEndAsync(Cancellation)).Split('\n')[1];
    }
}
