using Microsoft.Playwright;

namespace Dissemination.Tests.Browser.Walk;

/// <summary>The whole way of a campaign through the pages: from files as offices have them to posts that are out, and back.</summary>
internal sealed class WholeWay(WalkedChannels rooms, BrowserFixture browser)
{
    public async Task WalkAsync(WalkedAs walked)
    {
        var (width, language, _) = walked;
        var staff = await Walker.OpenAsync(browser, rooms.Address, WalkedChannels.Staff, walked);
        var approver = await Walker.OpenAsync(browser, rooms.Address, WalkedChannels.Approver, walked);
        var walk = new CampaignWalk(rooms, staff, approver, $"{language}{width}");

        var files = await walk.DropAsync();
        foreach (var (number, file) in files.Index())
        {
            await walk.SendAsync(file.Title, form => CorrectAsync(form, number, walk));
        }

        await walk.SendSlogansAsync();
        var items = walk.Items;
        Assert.Equal(11, items.Count);

        // What waits in another language is named, and nothing is out before somebody else agreed.
        foreach (var item in items)
        {
            await walk.ReadAsync(item);
        }

        await Assertions.Expect(approver.Find(".choices")).ToContainTextAsync(language == "vi" ? "chưa có bản dịch" : "no translation yet");
        await walk.TickAsync();
        await walk.AssertPostedAsync();
        await walk.ReturnAsync(items[3], "Đường rộng bao nhiêu?");
        await walk.SendAsync(files[3].Title, WidenAsync);
        await walk.ApproveAllButAsync(items[0]);
        await walk.ApproveAsync(items[0]);

        await walk.MoveAsync(items[1], "07:00", walk.Day.AddDays(1), "05:45");
        string[] atOnce = [items[0], .. items[3..8], .. items[9..]];
        await walk.TickAsync();
        await walk.AssertPostedAsync(atOnce);
        await walk.UntilAsync(walk.Day, new(7, 0));
        await walk.AssertPostedAsync([.. atOnce, items[2]]);
        await walk.UntilAsync(walk.Day, new(9, 0));
        await walk.AssertPostedAsync([.. atOnce, items[2], items[8]]);
        await walk.UntilAsync(walk.Day.AddDays(1), new(5, 45));
        await walk.AssertPostedAsync(items);

        await walk.CorrectAsync(items[0], "sâu 60 cm", "sâu 70 cm");
        await walk.ReadChangesAsync(items[0], "60", "70", language == "vi" ? "là sửa bài đã đăng" : "corrected where they stand");
        await walk.ApproveAsync(items[0]);
        await walk.TickAsync();
        await walk.AssertPostedAsync(items);
        var communicator = await Walker.OpenAsync(browser, rooms.Address, "bung-lao-1", walked);
        await walk.AssertByHandAsync(communicator, "2.vi.bung-lao.zalo", items[0], "Zalo");
        await walk.AssertByHandAsync(
            communicator, "2.vi.bung-lao.nhom-ban", items[0], language == "vi" ? "Nhóm thôn, bản" : "Village group");

        await walk.WithdrawAsync(items[4]);
        await walk.AssertPostedAsync(items.Where(item => item != items[4]));
    }

    /// <summary>What is wrong or missing in each of the files.</summary>
    private static async Task CorrectAsync(Walker form, int number, CampaignWalk walk)
    {
        switch (number)
        {
            case 0:
                await Assertions.Expect(form.Find("input[name=topics][value=macadamia]")).ToBeCheckedAsync();
                var title = await form.Find("#title").InputValueAsync();
                await form.Page.FillAsync("#title", title.Replace("mác ca", "mắc ca", StringComparison.Ordinal));
                break;
            case 1 or 2:
                await form.Page.FillAsync("#publishAt", $"{LocalTime.Text(walk.Day)} 07:00");
                break;
            case 3:
                await Assertions.Expect(form.Find(".note").First.Locator("li")).ToHaveCountAsync(3);
                await Assertions.Expect(form.Find("#body")).ToHaveValueAsync("Bản nào cũng có đường bê tông.");
                break;
            case 5:
                await form.PressAsync("form[action$='/unicode'] button");
                await Assertions.Expect(form.Find("#body")).ToHaveValueAsync("Tỉnh Điện Biên tiêm phòng mỗi năm hai lần.");
                break;
            case 7:
                await form.UnfoldAsync("#overflow");
                await form.Page.SelectOptionAsync("#overflow", "split");
                break;
        }
    }

    private static async Task WidenAsync(Walker form)
    {
        await Assertions.Expect(form.Find(".errors")).ToContainTextAsync("Đường rộng bao nhiêu?");
        await form.Page.FillAsync("#body", "Bản nào cũng có đường bê tông rộng 3 m.");
    }
}
