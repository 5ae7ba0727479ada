using System.Net;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Reports;
using Dissemination.Storage;

namespace Dissemination.Tests.Web;

/// <summary>What an approver gives back instead of approving it, and what colleagues say of it.</summary>
public sealed class ReturnedItemTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_given_back_opens_its_draft_with_the_reason_and_waits_again_once_it_is_corrected()
    {
        var draft = await SendAsync("tra-lai-mot", "Diện tích là 40.000 ha mắc ca.");
        using var approver = site.Visit(Site.Approver);
        Assert.Contains("value=\"tra-lai-mot~1\"", (await approver.ReadAsync("/approvals")).Html, StringComparison.Ordinal);

        using var empty = await approver.PostAsync("/items/tra-lai-mot", "/items/tra-lai-mot/return", ("returnReason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var returned = await approver.PostAsync(
            "/items/tra-lai-mot", "/items/tra-lai-mot/return", ("returnReason", "Số liệu phải là 45.000 ha"));
        Assert.Equal("/items/tra-lai-mot?done=item-returned", returned.Headers.Location?.OriginalString);

        Assert.Equal(ItemState.Returned, (await ItemAsync("tra-lai-mot")).State);
        Assert.DoesNotContain("value=\"tra-lai-mot~1\"", (await approver.ReadAsync("/approvals")).Html, StringComparison.Ordinal);
        using var again = await approver.PostAsync("/items/tra-lai-mot", "/items/tra-lai-mot/return", ("returnReason", "Lần nữa"));
        Assert.False(again.IsSuccessStatusCode || again.StatusCode is HttpStatusCode.Found);

        using var staff = site.Visit(Site.Staff);
        foreach (var page in (string[])["/drafts", $"/drafts/{draft}", "/items/tra-lai-mot"])
        {
            Assert.Contains("Số liệu phải là 45.000 ha", await ReadAsync(staff, page), StringComparison.Ordinal);
        }

        await SendAsync("tra-lai-mot", "Diện tích là 45.000 ha mắc ca.", draft);
        var item = await ItemAsync("tra-lai-mot");
        Assert.Equal((2, ItemState.WaitingForApproval, null), (item.Revision, item.State, item.Returned));
        var list = (await approver.ReadAsync("/approvals")).Html;
        Assert.Contains("value=\"tra-lai-mot~2\"", list, StringComparison.Ordinal);
        Assert.Contains("<ins>45.000</ins> <del>40.000</del>", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Số liệu phải là 45.000 ha", await ReadAsync(staff, $"/drafts/{draft}"), StringComparison.Ordinal);
        Assert.Contains("Trả lại để sửa", await ReadAsync(staff, "/items/tra-lai-mot/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_approver_gives_back()
    {
        await SendAsync("tra-lai-hai", "Bà con cùng bàn.");
        using var staff = site.Visit(Site.Staff);
        using var refused = await staff.PostAsync("/items/tra-lai-hai", "/items/tra-lai-hai/return", ("returnReason", "Không hợp"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task What_was_given_back_may_still_be_approved_as_it_is()
    {
        await SendAsync("tra-lai-ba", "Bà con cùng bàn.");
        using var approver = site.Visit(Site.Approver);
        using var returned = await approver.PostAsync("/items/tra-lai-ba", "/items/tra-lai-ba/return", ("returnReason", "Nhầm bài"));
        Assert.Equal(HttpStatusCode.Found, returned.StatusCode);
        using var approved = await approver.PostAsync("/items/tra-lai-ba", "/items/tra-lai-ba/approve", ("document", "MẪU-21"));
        Assert.Equal("/items/tra-lai-ba?done=approved", approved.Headers.Location?.OriginalString);
        Assert.Null((await ItemAsync("tra-lai-ba")).Returned);
    }

    [Fact]
    public async Task A_note_is_read_by_colleagues_and_stands_in_nothing_that_goes_out()
    {
        const string Secret = "CHI-DONG-NGHIEP-DOC";
        var draft = await SendAsync("loi-nhan", "Bà con trồng mắc ca.", note: $"{Secret} một");
        using var staff = site.Visit(Site.Staff);
        using var added = await staff.PostAsync("/items/loi-nhan", "/items/loi-nhan/notes", ("note", $"{Secret} hai"));
        Assert.Equal("/items/loi-nhan?done=note-added", added.Headers.Location?.OriginalString);
        using var empty = await staff.PostAsync("/items/loi-nhan", "/items/loi-nhan/notes", ("note", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);

        using var approver = site.Visit(Site.Approver);
        foreach (var page in (string[])["/items/loi-nhan", "/approvals", $"/drafts/{draft}"])
        {
            var html = await ReadAsync(approver, page);
            Assert.Contains($"{Secret} một", html, StringComparison.Ordinal);
            Assert.Contains($"{Secret} hai", html, StringComparison.Ordinal);
        }

        using var approved = await approver.PostAsync("/items/loi-nhan", "/items/loi-nhan/approve", ("document", "MẪU-22"));
        Assert.Equal(HttpStatusCode.Found, approved.StatusCode);
        await site.PublishAsync();
        await site.Get<ReportWriter>().WriteDueAsync(Cancellation);
        using var communicator = site.Visit(Site.Communicator);
        using var leader = site.Visit(Site.Leader);
        using var nobody = site.Visit();
        foreach (var (visitor, page) in ((Visitor, string)[])
            [
                (communicator, "/items/loi-nhan"), (communicator, "/items/loi-nhan/history"), (communicator, "/preview/bung-lao"),
                (leader, "/items/loi-nhan"), (leader, "/reports/loi-nhan"), (leader, "/campaign"), (nobody, "/posts/loi-nhan/vi"),
                (nobody, "/feeds/bung-lao/vi.json"), (nobody, "/feeds/bung-lao/vi.rss"), (communicator, "/hand-tasks"),
            ])
        {
            var (status, html) = await visitor.ReadAsync(page);
            Assert.True(status is HttpStatusCode.OK, page);
            Assert.DoesNotContain(Secret, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_menu_of_an_approver_counts_what_waits()
    {
        await SendAsync("dem-cho-duyet", "Bà con trồng mắc ca.");
        using var approver = site.Visit(Site.Approver);
        Assert.Contains("<span class=\"waiting\">", (await approver.ReadAsync("/items")).Html, StringComparison.Ordinal);
        using var staff = site.Visit(Site.Staff);
        Assert.DoesNotContain("<span class=\"waiting\">", (await staff.ReadAsync("/items")).Html, StringComparison.Ordinal);
    }

    /// <summary>Writes a draft, or goes on with one, sends it and lets the intake take it.</summary>
    private async Task<DraftId> SendAsync(string item, string body, DraftId? draft = null, string? note = null)
    {
        var (drafts, service) = (site.Get<DraftStore>(), site.Get<DraftService>());
        var row = draft is { } known
            ? (await drafts.FindAsync(known, Cancellation))!
            : Assert.Single(
                (await site.Get<DraftDrop>().TakeAsync([new("", Encoding.UTF8.GetBytes(body))], new(Site.Staff), Cancellation)).Drafts);
        var written = new DraftItem
        {
            Id = item,
            Title = $"Bài {item}",
            Body = body,
            Issuer = "Ban Tuyên giáo (mẫu)",
            Communes = ["bung-lao"],
        };
        var saved = await service.SaveAsync(row.Value.Id, written, [], (new(Site.Staff), row.ETag), Cancellation);
        if (note is not null)
        {
            using var staff = site.Visit(Site.Staff);
            using var noted = await staff.PostAsync($"/drafts/{row.Value.Id}", $"/drafts/{row.Value.Id}/notes", ("note", note));
            Assert.Equal(HttpStatusCode.Found, noted.StatusCode);
        }

        var sent = await service.SendAsync(row.Value.Id, new PersonId(Site.Staff), saved.Value!.ETag, Cancellation);
        Assert.True(sent.IsValid, string.Join('\n', sent.Problems));
        site.Time.Advance(TimeSpan.FromSeconds(2));
        var taken = await site.Get<ContentIntake>().TakeAsync(
            site.Store.Container(Containers.Content).GetBlobClient($"items/{item}.md"), Cancellation);
        Assert.Equal(HandInState.Accepted, taken!.State);
        return row.Value.Id;
    }

    private static async Task<string> ReadAsync(Visitor visitor, string page) =>
        WebUtility.HtmlDecode((await visitor.ReadAsync(page)).Html);

    private async Task<Item> ItemAsync(string id) => (await site.Get<ItemReader>().FindAsync(new(id), Cancellation))!.Value;
}
