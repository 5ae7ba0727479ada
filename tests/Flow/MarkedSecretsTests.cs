using System.Text.Json.Nodes;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Reports;
using Dissemination.Reviewing;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Telegram;
using Dissemination.Simulators.Translator;
using Dissemination.Simulators.Zalo;
using Dissemination.Tests.Reach.Collection;
using Dissemination.Translation;
using Microsoft.Extensions.Configuration;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Flow;

/// <summary>
/// No secret stands in anything that the program stores, shows, logs or traces, however a channel fails and whatever it repeats in its
/// errors. The one place where tokens may lie is the blob with an account's chain of them (<c>state/zalo/</c>).
/// </summary>
[Collection(TracedAlone.Name)]
public sealed class MarkedSecretsTests(MarkedChannels channels) : IClassFixture<MarkedChannels>
{
    private const string GroupMessage = "/v3.0/oa/group/message";

    /// <summary>What a gateway shows, with and without a status of its own.</summary>
    private static readonly CallFault[] Pages =
        [new CallFault.Garbage(502, "<html>Bad Gateway</html>", Accept: false), new CallFault.Garbage(200, "<html>", Accept: true)];

    private static readonly CallFault[] OfTelegram =
    [
        new TelegramFault.Answer(400, "Bad Request: MESSAGE_ODD"), TelegramFault.Kicked, TelegramFault.ChatNotFound, TelegramFault.BadToken,
        TelegramFault.NoSuchBot, TelegramFault.ServerError, TelegramFault.Throttled(5), .. Pages, new CallFault.Cut(Accept: true),
    ];

    private static readonly CallFault[] OfFacebook =
    [
        FacebookFault.BadParameter, FacebookFault.NoPermission, FacebookFault.NotThere, FacebookFault.DeadToken(460), FacebookFault.Blocked,
        FacebookFault.ServerError, FacebookFault.Throttled(613, 1), .. Pages, FacebookFault.Duplicate,
        FacebookFault.ServerErrorAfterAccept, new FacebookFault.Answer(400, 1, "An unknown error occurred", Transient: true),
    ];

    private static readonly CallFault[] OfZalo =
    [
        new ZaloFault.Answer(-210, "Parameter exceeds allowable limit"), ZaloFault.NotInGroup, ZaloFault.NeedsUpgrade,
        ZaloFault.InvalidToken, ZaloFault.ExpiredToken, ZaloFault.OutOfQuota, ZaloFault.Throttled, .. Pages,
        new CallFault.Cut(Accept: true),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_sending_fails()
    {
        for (var round = 0; round < Math.Max(OfTelegram.Length, Math.Max(OfFacebook.Length, OfZalo.Length)); round++)
        {
            var item = $"gui-hong-{round}";
            await channels.WriteAsync(item, $"Gửi hỏng {round}");
            await channels.WriteAsync($"{item}-anh", $"Gửi ảnh hỏng {round}", MarkedChannels.Picture);
            channels.Telegram.FailChat(AllChannels.Chat, OfTelegram[round % OfTelegram.Length]);
            channels.Facebook.FailNext(OfFacebook[round % OfFacebook.Length], edge: FacebookEdge.Feed);
            channels.Facebook.FailNext(OfFacebook[(round + 1) % OfFacebook.Length], edge: FacebookEdge.Photos);
            var zalo = OfZalo[round % OfZalo.Length];
            channels.Zalo.FailNext(zalo, times: 2, GroupMessage);
            channels.Zalo.FailNext(zalo, path: "/v2.0/article/create");
            await channels.TickAsync();
            await channels.LookAsync(item);
            channels.Telegram.Heal(AllChannels.Chat);
            await channels.HealAsync();
        }

        AssertGotThrough("table", "MESSAGE_ODD");
        AssertGotThrough("page /troubles", "MESSAGE_ODD");
        AssertGotThrough("table", "Parameter exceeds allowable limit");
        AssertGotThrough("table", "OA is not in group");
        AssertGotThrough("table", "Requires pages_manage_posts permission");
        AssertNoLeak();
    }

    [Fact]
    public async Task However_correcting_and_taking_down_fail()
    {
        const string Item = "sua-hong";
        await channels.WriteAsync(Item, "Sửa hỏng", MarkedChannels.Picture);
        await channels.TickAsync();
        await channels.HealAsync();
        foreach (var (round, fault) in OfTelegram.Index())
        {
            await channels.WriteAsync(Item, $"Sửa hỏng {round}", MarkedChannels.Picture);
            await FailChangesAsync(fault, round);
        }

        channels.Telegram.FailChat(AllChannels.Chat, new TelegramFault.Answer(400, "Bad Request: message can't be deleted"));
        await channels.WithdrawAsync(Item);
        await FailChangesAsync(TelegramFault.ServerError, 0);
        await channels.Get<ReportWriter>().WriteDueAsync(Cancellation);
        await channels.LookAsync(Item);

        AssertGotThrough("table", "message can't be deleted");
        AssertNoLeak();

        async Task FailChangesAsync(CallFault telegram, int round)
        {
            channels.Telegram.FailChat(AllChannels.Chat, telegram);
            channels.Facebook.FailNext(OfFacebook[round % OfFacebook.Length], edge: FacebookEdge.Change);
            channels.Facebook.FailNext(OfFacebook[round % OfFacebook.Length], edge: FacebookEdge.Post);
            channels.Facebook.FailNext(Pages[0], times: 3, edge: FacebookEdge.List);
            channels.Zalo.FailNext(OfZalo[round % OfZalo.Length], path: "/v2.0/article/update");
            await channels.TickAsync();
            await channels.LookAsync(Item);
            channels.Telegram.Heal(AllChannels.Chat);
            await channels.HealAsync();
        }
    }

    [Fact]
    public async Task However_a_connection_is_checked_or_measured()
    {
        using var caller = channels.Call();
        using var visitor = channels.Visit();
        foreach (var (round, fault) in OfFacebook.Index())
        {
            foreach (var (destination, fail) in new (string, Action)[]
                {
                    ("telegram", () => channels.Telegram.FailNext(OfTelegram[round % OfTelegram.Length])),
                    ("facebook", () => channels.Facebook.FailNext(fault, edge: FacebookEdge.Token)),
                    ("facebook", () => channels.Facebook.FailNext(fault, edge: FacebookEdge.Page)),
                    ("zalo", () => channels.Zalo.FailNext(OfZalo[round % OfZalo.Length], path: "/v2.0/oa/getoa")),
                    ("zalo", () => channels.Zalo.FailNext(OfZalo[round % OfZalo.Length], path: "/v3.0/oa/group/getgroupsofoa")),
                })
            {
                fail();
                var check = $"destinations/bung-lao.{destination}/check";
                await channels.KeepAsync("check", await caller.PostAsync($"/api/{check}", etag: null));
                fail();
                await channels.KeepAsync(
                    "check page", await visitor.PostAsync("/connections?commune=bung-lao", $"/connections/{check}?commune=bung-lao"));
            }
        }

        await channels.WriteAsync("do-hong", "Đo hỏng");
        await channels.TickAsync();
        channels.Telegram.FailNext(TelegramFault.Kicked);
        channels.Facebook.FailNext(FacebookFault.NoPermission);
        channels.Zalo.FailNext(ZaloFault.NotInGroup);
        await channels.MeasureAsync();
        await channels.LookAsync("do-hong");

        AssertGotThrough("check", "bot was kicked");
        AssertGotThrough("check", "An unexpected error has occurred");
        AssertGotThrough("check", "The OA needs to upgrade");
        AssertNoLeak();
    }

    [Fact]
    public async Task However_Zalos_token_server_fails()
    {
        CallFault[] faults =
        [
            new ZaloFault.Answer(-14004, "Invalid secret key"), .. Pages, new CallFault.Cut(Accept: false),
            new CallFault.Garbage(400, """{"error":-14002,"error_name":"Invalid appId","error_description":"-"}""", Accept: false),
            new ZaloFault.Answer(-14020, "Refresh token has been used"),
        ];
        foreach (var (round, fault) in faults.Index())
        {
            channels.Zalo.ExpireAccess(MarkedSecrets.ZaloAccount);
            channels.Zalo.FailNext(fault, path: ZaloSimulator.TokenPath);
            var item = $"khoa-hong-{round}";
            await channels.WriteAsync(item, $"Khoá hỏng {round}");
            await channels.TickAsync();
            await channels.LookAsync(item);
            await channels.HealAsync();
        }

        // The last answer ends a chain for good, whenever it comes: the account's owner gives another first token.
        for (var connection = 2; (await channels.GetAsync("khoa-hong-5.1.vi", "zalo")).State is not DeliveryState.Delivered; connection++)
        {
            Assert.True(connection < 10, "the account is not connected again");
            channels.Get<IConfiguration>()[$"Credentials:{MarkedSecrets.ZaloAccount}"] = $"{MarkedSecrets.ZaloFirst}#{connection}";
            await channels.ActAsync(new DeliveryCommand.Retry(), "khoa-hong-5.1.vi", "zalo", "can-bo");
            await channels.HealAsync();
        }

        AssertGotThrough("table", "Invalid secret key");
        AssertGotThrough("log", "Invalid secret key");
        AssertNoLeak();
    }

    [Fact]
    public async Task However_the_reviewers_bot_fails()
    {
        const string Item = "duyet-hong";
        await channels.WriteAsync(Item, "Duyệt hỏng");
        var (id, editor) = (VersionId.Parse($"{Item}.1.blt-Tavt", null), await channels.PersonAsync("bung-lao-1"));
        var translations = channels.Get<TranslationService>();
        Assert.True(
            (await translations.DraftAsync(id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha."), editor, ETag.All, Cancellation)).IsDone);
        channels.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await translations.SubmitAsync(id, editor, ETag.All, Cancellation)).IsDone);
        foreach (var fault in OfTelegram)
        {
            channels.Telegram.FailNext(fault);
            channels.Keep("outcome", $"{await channels.Get<ReviewerBot>().SayAsync(102, "Xin chào", markup: null, Cancellation)}");
        }

        channels.Telegram.FailNext(OfTelegram[0]);
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(
            () => channels.Get<ReviewNotifier>().SeeToAsync(new(id, new("bung-lao-2")), Cancellation));
        channels.Keep("exception", $"{broken}");
        channels.Telegram.FailNext(TelegramFault.Blocked);
        await channels.Get<ReviewNotifier>().SeeToAsync(new(id, new("bung-lao-2")), Cancellation);
        await channels.LookAsync(Item);

        AssertGotThrough("outcome", "MESSAGE_ODD");
        AssertGotThrough("log", "MESSAGE_ODD");
        AssertNoLeak();
    }

    [Fact]
    public async Task However_the_connection_of_the_reviewers_bot_is_told()
    {
        using var caller = channels.Call();
        using var visitor = channels.Visit();
        using var untraced = new SocketsHttpHandler { ActivityHeadersPropagator = null };
        using var telegram = new HttpClient(untraced) { BaseAddress = new(channels.Telegram.BaseUrl) };
        var address = Uri.EscapeDataString($"https://old.example.org/{MarkedSecrets.Reviewers}");
        (await telegram.PostAsync($"/bot{MarkedSecrets.Reviewers}/setWebhook?url={address}", content: null, Cancellation)).Dispose();
        channels.Telegram.WebhookError = $"Wrong response from /{MarkedSecrets.Reviewers} with {MarkedSecrets.Webhook}";
        foreach (var act in (string[])["check", "connect"])
        {
            await channels.KeepAsync("bot", await caller.PostAsync($"/api/reviewer-bot/{act}", etag: null));
            foreach (var fault in OfTelegram)
            {
                channels.Telegram.FailNext(fault);
                await channels.KeepAsync("bot", await caller.PostAsync($"/api/reviewer-bot/{act}", etag: null));
                channels.Telegram.FailNext(fault);
                await channels.KeepAsync("bot page", await visitor.PostAsync("/connections", $"/connections/reviewer-bot/{act}"));
            }
        }

        AssertGotThrough("bot", "Wrong response from /");
        AssertGotThrough("bot page", "MESSAGE_ODD");
        AssertNoLeak();
    }

    [Fact]
    public async Task However_the_translator_fails()
    {
        const string Item = "dich-hong";
        await channels.WriteAsync(Item, "Dịch hỏng");
        using var caller = channels.Call("bung-lao-1");
        var address = $"/api/translations/{Item}.1.mww-Latn-x-rpa";
        CallFault[] faults =
        [
            TranslatorFault.InvalidKey, TranslatorFault.OutOfQuota, TranslatorFault.ServerError, TranslatorFault.Throttled(17), .. Pages,
            new CallFault.Cut(Accept: false),
        ];
        foreach (var fault in faults)
        {
            var etag = (string)JsonNode.Parse(await caller.Http.GetStringAsync(address, Cancellation))!["eTag"]!;
            channels.Translator.FailNext(fault);
            await channels.KeepAsync("translator", await caller.PostAsync($"{address}/fill", etag));
        }

        await channels.LookAsync(Item);

        Assert.True(channels.Translator.Calls >= faults.Length, $"{channels.Translator.Calls} calls");
        AssertNoLeak();
    }

    private void AssertNoLeak()
    {
        var leaks = channels.Leaks();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    /// <summary>The words beside the secret are there, so that its absence says something.</summary>
    private void AssertGotThrough(string where, string words) =>
        Assert.True(channels.Has(where, words), $"Nothing in {where} says '{words}'.");
}
