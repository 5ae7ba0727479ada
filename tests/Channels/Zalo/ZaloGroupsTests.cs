using Dissemination.Channels;
using Dissemination.Channels.Zalo;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Zalo;
using Dissemination.Storage;
using Dissemination.Tests.Local;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloGroupsTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const string Message = "/v3.0/oa/group/message";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nhom-1")]
    [InlineData("group:nhom-1")]
    public async Task A_message_is_delivered_to_its_group_under_its_id(string address)
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        var outcome = await zalo.SendAsync(address);

        var message = Assert.Single(zalo.Simulator.Messages);
        Assert.Equal(new SendOutcome.Delivered(message.Message), outcome);
        Assert.Equal((zalo.Account, "nhom-1"), (message.Account, message.Group));
        Assert.EndsWith(Posts.Link, message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_exactly_what_is_sent()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var post = Posts.Article(string.Join(' ', Enumerable.Repeat("**dài** [xem](https://a.example)", 300)));

        await zalo.SendAsync(post: post);

        Assert.Equal(zalo.Channel.Render(post).Parts.Select(part => part.Text), zalo.Simulator.Messages.Select(message => message.Text));
        Assert.All(zalo.Simulator.Messages, message => Assert.InRange(message.Text.Length, 1, 2000));
    }

    [Fact]
    public async Task A_post_calls_no_member_of_the_group()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        await zalo.SendAsync(post: Posts.Article("Mời [@all] cùng đọc"));

        Assert.DoesNotContain("[@", Assert.Single(zalo.Simulator.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_goes_with_its_words()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        byte[] bytes = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

        await zalo.SendAsync(post: await WithPictureAsync("nho.png", bytes));

        var message = Assert.Single(zalo.Simulator.Messages);
        Assert.Equal(bytes, message.Picture);
        Assert.Contains("Nội dung", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_too_large_is_left_out_of_an_article_and_refuses_a_poster()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var post = await WithPictureAsync("to.png", new byte[1_000_001]);

        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(post: post));
        var rejected = Assert.IsType<SendOutcome.Rejected>(await zalo.SendAsync(post: post with { Kind = ItemKind.Poster }));

        Assert.Null(Assert.Single(zalo.Simulator.Messages).Picture);
        Assert.Equal(nameof(ProblemTexts.ZaloPictureTooLarge), rejected.Reason.Code);
    }

    [Fact]
    public async Task A_picture_that_is_not_there_is_refused_before_anything_is_sent()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var post = Posts.Article("Nội dung") with { Pictures = [new("missing.png", "image/png", "Không có")] };

        Assert.IsType<SendOutcome.Rejected>(await zalo.SendAsync(post: post));
        Assert.Equal(0, zalo.Simulator.Calls);
    }

    [Fact]
    public async Task An_upload_that_was_cut_off_is_tried_again_later_because_nothing_was_posted()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var post = await WithPictureAsync("nho-2.png", [1, 2, 3]);
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: true), path: "/v2.0/oa/upload/image");

        Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(post: post));
        Assert.Empty(zalo.Simulator.Posted);
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(post: post));
    }

    [Fact]
    public async Task A_later_part_that_fails_keeps_what_is_there_and_the_next_try_goes_on_behind_it()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Simulator.Faults = new()
        {
            Seed = SeedThatThrottlesOnly(2),
            Shares = System.Collections.Immutable.ImmutableDictionary<Fault, double>.Empty.Add(Fault.Throttled, 0.5),
        };

        var later = Assert.IsType<SendOutcome.Later>(await SendPartsAsync(zalo, null));
        Assert.Equal(zalo.Simulator.Messages[^1].Message, later.Progress);
        Assert.Equal("một", zalo.Simulator.Messages[^1].Text);

        zalo.Simulator.Faults = FaultPlan.None;
        var delivered = Assert.IsType<SendOutcome.Delivered>(await SendPartsAsync(zalo, later.Progress));

        Assert.Equal(["một", "hai", "ba"], zalo.Simulator.Messages.Skip(1).Select(message => message.Text));
        Assert.Equal(string.Join(',', zalo.Simulator.Messages.Skip(1).Select(message => message.Message)), delivered.Reference);
    }

    [Fact]
    public async Task A_part_without_a_clear_answer_is_unknown_with_those_before_it_as_progress()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        Assert.IsType<SendOutcome.Delivered>(await SendPartsAsync(zalo, "m1,m2"));
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: true), path: Message);

        Assert.Equal("m1,m2", Assert.IsType<SendOutcome.Unknown>(await SendPartsAsync(zalo, "m1,m2")).Progress);
    }

    [Fact]
    public async Task A_throttled_account_waits_as_a_whole_and_nothing_is_repeated()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(ZaloFault.Throttled);

        var later = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync());

        Assert.Equal((TimeSpan.FromSeconds(60), true), (later.After, later.WholeLane));
        Assert.Equal(1, zalo.CallsTo(Message));
    }

    [Fact]
    public async Task A_group_of_somebody_else_and_an_address_of_no_form_are_closed()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.AddGroup(zalo.Account, new("nhom-2", "Nhóm khác", 12));

        Assert.IsType<SendOutcome.Closed>(await zalo.SendAsync());
        Assert.IsType<SendOutcome.Closed>(await zalo.SendAsync("nhóm 1"));
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync("nhom-2"));
    }

    public static TheoryData<CallFault> Ambiguous =>
    [
        new CallFault.Garbage(500, "Internal Server Error", Accept: false),
        new CallFault.Cut(Accept: false),
        new CallFault.Cut(Accept: true),
        new CallFault.Silence(Accept: true),
        new CallFault.Garbage(200, "{\"error\":", Accept: true),
        new CallFault.Garbage(502, "<html>Bad Gateway</html>", Accept: true),
    ];

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task A_message_without_a_clear_answer_has_an_unknown_outcome_and_is_sent_once(CallFault fault)
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var channel = zalo.Process(patience: LongWaits.For(fault));
        zalo.Simulator.FailNext(fault);

        Assert.IsType<SendOutcome.Unknown>(await zalo.SendAsync(channel));
        Assert.Equal(1, zalo.CallsTo(Message));
    }

    [Fact]
    public async Task Where_nobody_listens_the_message_never_left()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        var (refused, unknown) = (
            zalo.Process(settings: ("BaseUrl", $"http://127.0.0.1:{BuiltProgram.FreePort()}")),
            zalo.Process(settings: ("BaseUrl", "http://zalo.invalid")));

        Assert.Equal(nameof(ProblemTexts.ChannelUnreachable), Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(refused)).Reason.Code);
        Assert.Equal(nameof(ProblemTexts.ChannelUnreachable), Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(unknown)).Reason.Code);
    }

    [Fact]
    public async Task A_group_is_not_read_back_and_its_messages_are_changed_by_hand()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        Assert.IsType<FindOutcome.CannotTell>(await zalo.Channel.FindAsync(zalo.Request(), zalo.Time.GetUtcNow(), Cancellation));
        Assert.IsType<SendOutcome.ByHandOnly>(await zalo.Channel.EditAsync(zalo.Request(), "m1", Cancellation));
        Assert.IsType<SendOutcome.ByHandOnly>(await zalo.Channel.RemoveAsync(zalo.Request(), "m1", Cancellation));
        Assert.Equal(0, zalo.Simulator.Calls);
    }

    [Fact]
    public async Task What_is_said_before_an_approval_counts_a_group_as_changed_by_hand_and_articles_as_the_programs()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        Assert.Equal((null, null), Allowed("nhom-1"));
        Assert.NotEqual((null, null), Allowed("articles"));

        (TimeSpan? Edit, TimeSpan? Remove) Allowed(string address) =>
            zalo.Channel.ChangesOf(zalo.Destination(address)) is var changes ? (changes.Edit, changes.Remove) : default;
    }

    private async Task<Post> WithPictureAsync(string name, byte[] bytes)
    {
        await storage.Store.Container(Containers.Media).GetBlobClient(name)
            .UploadAsync(new BinaryData(bytes), overwrite: true, Cancellation);
        return Posts.Article("Nội dung") with { Pictures = [new(name, "image/png", "Hình")] };
    }

    private static Task<SendOutcome> SendPartsAsync(ZaloFixture zalo, string? progress) => zalo.Groups.SendAsync(
        new(zalo.Account, zalo.FirstToken),
        new ZaloTarget.Group("nhom-1"),
        new([new("một", []), new("hai", []), new("ba", [])], Shortened: false),
        zalo.Request(progress: progress),
        Cancellation);

    /// <summary>The simulator counts the calls that post; the first was made before.</summary>
    private static int SeedThatThrottlesOnly(int secondPart) => Enumerable.Range(0, 1000).First(seed =>
    {
        var plan = new FaultPlan
        {
            Seed = seed,
            Shares = System.Collections.Immutable.ImmutableDictionary<Fault, double>.Empty.Add(Fault.Throttled, 0.5),
        };
        return plan.Of(2) is Fault.None && plan.Of(1 + secondPart) is Fault.Throttled;
    });
}
