using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser.Walk;

/// <summary>
/// What a member of staff and an approver do from a morning's files to posts that are out, page by page, and what the channels hold of it.
/// </summary>
internal sealed class CampaignWalk(WalkedChannels rooms, Walker staff, Walker approver, string mark)
{
    private const string Issuer = "Ban Tuyên giáo (mẫu)";
    private const string Zalo = "Zalo";

    /// <summary>What was seen of each item before it was approved, for the revision that is out or will be.</summary>
    private readonly Dictionary<string, ImmutableArray<SeenPost>> _seen = new(StringComparer.Ordinal);

    /// <summary>What stays in the Zalo group as it was first, because there people correct and take down.</summary>
    private readonly Dictionary<string, ImmutableArray<SeenMessage>> _inGroup = new(StringComparer.Ordinal);

    private readonly PostedThere _there = new(rooms, mark);

    /// <summary>The ids of the articles, in the order of their files, and behind them those of the slogans.</summary>
    public List<string> Items { get; } = [];

    /// <summary>The day before which nothing goes out that has a time.</summary>
    public DateOnly Day { get; } = LocalTime.DayOf(rooms.Time.GetUtcNow()).AddDays(1);

    private string DayText => LocalTime.Text(Day);

    /// <summary>All files at once, as they lie in a folder.</summary>
    public async Task<ImmutableArray<OfficeFile>> DropAsync()
    {
        var files = new OfficeFiles(mark, DayText);
        var articles = files.All;
        await staff.GoAsync("/drafts");
        await staff.Page.SetInputFilesAsync(
            "#files",
            [
                .. articles.Append(new(OfficeFiles.Workbook, files.Slogans, OfficeFiles.Workbook)).Select(file => new FilePayload
                {
                    Name = file.Name,
                    MimeType = "application/octet-stream",
                    Buffer = file.Bytes,
                }),
            ]);
        await staff.PressAsync("form.drop button");
        await staff.LookAsync("drafts");
        foreach (var file in articles)
        {
            await Assertions.Expect(Draft(file.Title)).ToBeVisibleAsync();
        }

        return articles;
    }

    /// <summary>Opens a draft, has it corrected, looks at what will be posted and sends it for approval.</summary>
    /// <param name="correct">What is done to the form.</param>
    public async Task SendAsync(string title, Func<Walker, Task> correct)
    {
        await staff.GoAsync("/drafts");
        await Draft(title).ClickAsync();
        await correct(staff);
        foreach (var missing in await staff.Find("input[name^='alt.']").AllAsync())
        {
            if (await missing.InputValueAsync() is "")
            {
                await missing.FillAsync("Quả cà phê chín đỏ");
            }
        }

        await staff.Page.FillAsync("#issuer", Issuer);
        await SaveAndSendAsync();
    }

    /// <summary>Corrects what is out, from the page of the item on.</summary>
    public async Task CorrectAsync(string item, string from, string to)
    {
        await staff.GoAsync($"/items/{item}");
        await staff.Page.ClickAsync("form[action$='/correct'] button");
        await staff.Page.WaitForURLAsync("**/drafts/*");
        var body = await staff.Find("#body").InputValueAsync();
        Assert.Contains(from, body, StringComparison.Ordinal);
        await staff.Page.FillAsync("#body", body.Replace(from, to, StringComparison.Ordinal));
        Keep(item);
        await SaveAndSendAsync();
        await Assertions.Expect(staff.Find("main")).ToContainTextAsync(item);
    }

    /// <summary>The rows of the sheet: the one with a commune that there is not is corrected, then all go.</summary>
    public async Task SendSlogansAsync()
    {
        await staff.GoAsync("/drafts");
        await Draft(OfficeFiles.Workbook).ClickAsync();
        await Assertions.Expect(staff.Find(".rows > li")).ToHaveCountAsync(3);
        await Assertions.Expect(staff.Find(".rows .wrong")).ToHaveCountAsync(1);
        await staff.LookAsync("sheet");
        await staff.Page.FillAsync("input[value='Búng Lào']", "Búng Lao");
        await staff.PressAsync("form.draft > .sticky > button.quiet");
        await Assertions.Expect(staff.Find(".rows .wrong")).ToHaveCountAsync(0);
        await staff.PressAsync("button[formaction$='/rows?row=1']");
        var posts = await SeenPost.AllOfAsync(staff.Page);
        await staff.LookAsync("sheet-row");
        _seen[await staff.Find(".rows > li:first-child input[value*='trong-mac-ca-hom-nay']").InputValueAsync()] = posts;
        await staff.Page.ClickAsync("button[formaction$='/rows/take']");
        await TakenInAsync();
        foreach (var link in await staff.Find("main a[href^='/items/']").AllAsync())
        {
            Items.Add((await link.GetAttributeAsync("href"))!["/items/".Length..]);
        }
    }

    /// <summary>The approver finds it in the list, reads it and sees the very posts that its writer saw.</summary>
    public async Task ReadAsync(string item)
    {
        await approver.GoAsync($"/items/{item}");
        if (Items.IndexOf(item) is 0 or 8)
        {
            await approver.LookAsync($"item-{Items.IndexOf(item)}");
        }

        var posts = await SeenPost.AllOfAsync(approver.Page);
        Assert.NotEmpty(posts);
        if (_seen.TryGetValue(item, out var before))
        {
            Assert.Equal(Flat(before), Flat(posts));
        }

        _seen[item] = posts;
    }

    /// <summary>What goes back to its writer, with a reason, and comes again.</summary>
    public async Task ReturnAsync(string item, string reason)
    {
        await approver.GoAsync($"/items/{item}?return=true");
        await approver.Page.FillAsync("#return-reason", reason);
        await approver.PressAsync("form[action$='/return'] button");
        await staff.GoAsync("/drafts");
        await Assertions.Expect(staff.Find(".cards")).ToContainTextAsync(reason);
    }

    /// <summary>Many at once, all but one.</summary>
    public async Task ApproveAllButAsync(string item)
    {
        await approver.GoAsync("/approvals");
        await Assertions.Expect(approver.Find(".menu a[href='/approvals'] .waiting"))
            .ToHaveTextAsync(Items.Count.ToString(CultureInfo.InvariantCulture));
        await approver.LookAsync("approvals");
        foreach (var box in await approver.Find("input[name=id]").AllAsync())
        {
            await box.SetCheckedAsync(!(await box.GetAttributeAsync("value"))!.StartsWith(item, StringComparison.Ordinal));
        }

        await approver.Page.FillAsync("#document", "MẪU-12/2026 (mẫu)");
        await approver.PressAsync("form[action='/approvals'] button");
        await Assertions.Expect(approver.Find("input[name=id]")).ToHaveCountAsync(1);
    }

    public async Task ApproveAsync(string item)
    {
        await approver.GoAsync($"/items/{item}");
        await approver.Page.FillAsync("#document", "MẪU-13/2026 (mẫu)");
        await Assertions.Expect(approver.Find(".sets-off")).ToBeVisibleAsync();
        await approver.PressAsync("form[action$='/approve'] button");
    }

    /// <summary>From the calendar's entry to its form, and back to where it stands now.</summary>
    public async Task MoveAsync(string item, string time, DateOnly to, string then)
    {
        await staff.GoAsync($"/calendar?day={Day:O}");
        await staff.LookAsync("calendar-month");
        await staff.GoAsync($"/calendar?view=week&day={Day:O}");
        await staff.LookAsync("calendar-week");
        var entry = staff.Find($"a[href='/calendar/{item}']");
        await Assertions.Expect(entry).ToContainTextAsync(time);
        await entry.ClickAsync();
        await staff.LookAsync("calendar-item");
        await staff.Page.FillAsync("#day", to.ToString("O", CultureInfo.InvariantCulture));
        await staff.Page.FillAsync("#time", then);
        await staff.PressAsync("form[action$='/move'] button:not([formaction])");
        await staff.GoAsync($"/calendar?view=week&day={to:O}");
        await Assertions.Expect(staff.Find($"a[href='/calendar/{item}']")).ToContainTextAsync(then);
    }

    /// <summary>Until a time of Việt Nam the timers fire.</summary>
    public async Task UntilAsync(DateOnly day, TimeOnly time)
    {
        rooms.Time.SetUtcNow(LocalTime.At(day, time));
        await TickAsync();
    }

    /// <summary>What is due is planned, and a minute later all of it is out.</summary>
    public async Task TickAsync()
    {
        await rooms.TickAsync();
        rooms.Time.Advance(TimeSpan.FromMinutes(1));
        await rooms.TickAsync();
    }

    /// <summary>What differs from what is out, and what the correction does to it, stands before the button.</summary>
    public async Task ReadChangesAsync(string item, string from, string to, string corrects)
    {
        await approver.GoAsync($"/items/{item}");
        await Assertions.Expect(approver.Find(".changes del")).ToHaveTextAsync(from);
        await Assertions.Expect(approver.Find(".changes ins")).ToHaveTextAsync(to);
        await Assertions.Expect(approver.Find(".sets-off")).ToContainTextAsync(corrects);
        await approver.LookAsync("correction");
    }

    /// <summary>Where no program may post, the person who does has the words that were seen.</summary>
    /// <param name="channel">As the page of the item names it.</param>
    public async Task AssertByHandAsync(Walker communicator, string task, string item, string channel)
    {
        await communicator.GoAsync($"/hand-tasks/{item}.{task}");
        await communicator.LookAsync($"hand-task-{task}");
        Assert.Equal(Assert.Single(ByHand(item, channel)).Text, await communicator.Find("#text").InputValueAsync());
    }

    public async Task WithdrawAsync(string item)
    {
        await staff.GoAsync($"/items/{item}");
        await staff.UnfoldAsync("#reason");
        await staff.LookAsync("withdraw");
        await staff.Page.FillAsync("#reason", "Sai số liệu");
        await staff.PressAsync("form[action$='/withdraw'] button");
        Keep(item);
        _seen.Remove(item);
        await TickAsync();
        await staff.GoAsync($"/items/{item}");
        await staff.LookAsync("withdrawn");
    }

    /// <summary>Every channel holds what was seen of these items, letter by letter, and nothing else.</summary>
    public async Task AssertPostedAsync(params IEnumerable<string> items)
    {
        var posts = items.SelectMany(item => _seen[item].Where(post => post.Channel != Zalo || !_inGroup.ContainsKey(item)))
            .ToLookup(post => post.Channel, post => post.Messages);
        AssertSame(Of("Telegram"), _there.Telegram);
        AssertSame(Plain(Of("Facebook")), _there.Facebook);
        AssertSame(Plain([.. Of(Zalo), .. _inGroup.Values.SelectMany(kept => kept)]), _there.ZaloGroup);
        AssertSame(Words(Of("Zalo (")), _there.ZaloArticles);
        AssertSame(Words([.. Of("Website"), .. Of("Trang thông tin")]), await _there.EntriesAsync(staff));

        IEnumerable<SeenMessage> Of(string channel) => posts
            .Where(post => post.Key == channel || (channel.EndsWith('(') && post.Key.StartsWith(channel, StringComparison.Ordinal)))
            .SelectMany(post => post.SelectMany(messages => messages));
    }

    private ILocator Draft(string title) => staff.Find(".cards h3 a").Filter(new() { HasText = title });

    /// <summary>Saves the form, unfolds every post that it will make, and sends it.</summary>
    private async Task SaveAndSendAsync()
    {
        await staff.PressAsync("form.draft button.quiet");
        await Assertions.Expect(staff.Find("form.draft .wrong")).ToHaveCountAsync(0);
        var (item, posts) = (await staff.Find("#id").InputValueAsync(), await SeenPost.AllOfAsync(staff.Page));
        if (Items.Count is 0 or 7)
        {
            await staff.LookAsync($"draft-{Items.Count}");
        }

        _seen[item] = posts;
        await staff.Page.ClickAsync("button[formaction$='/send']");
        await TakenInAsync();
        await Assertions.Expect(staff.Find($"main a[href='/items/{item}']")).ToBeVisibleAsync();
        if (!Items.Contains(item))
        {
            Items.Add(item);
        }
    }

    /// <summary>The trigger takes in what was sent; the page says so by itself.</summary>
    private async Task TakenInAsync()
    {
        await staff.Page.WaitForURLAsync("**/hand-in/*");
        await rooms.TakeInAsync();
        await Assertions.Expect(staff.Find("main .state.good")).ToBeVisibleAsync();
    }

    /// <summary>Notes what its Zalo group will go on holding.</summary>
    private void Keep(string item) => _inGroup.TryAdd(item, [.. ByHand(item, Zalo)]);

    private IEnumerable<SeenMessage> ByHand(string item, string channel) =>
        _seen[item].Where(post => post.Channel == channel).SelectMany(post => post.Messages);

    private static IEnumerable<string> Flat(ImmutableArray<SeenPost> posts) =>
        posts.SelectMany(post => post.Messages.Select(message => $"{post.Channel}: {message}"));

    private static IEnumerable<SeenMessage> Plain(IEnumerable<SeenMessage> messages) =>
        messages.Select(message => message with { Styles = "" });

    private static IEnumerable<SeenMessage> Words(IEnumerable<SeenMessage> messages) =>
        messages.Select(message => new SeenMessage(message.Text, "", 0));

    private static void AssertSame(IEnumerable<SeenMessage> seen, IEnumerable<SeenMessage> there) =>
        Assert.Equal(Sorted(seen), Sorted(there));

    private static IEnumerable<string> Sorted(IEnumerable<SeenMessage> messages) =>
        messages.Select(message => message.ToString()).Order(StringComparer.Ordinal);
}
