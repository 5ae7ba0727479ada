using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Channels;
using Dissemination.Channels.Rendering;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels.Telegram;

/// <summary>Editing and deleting what is there.</summary>
public sealed class TelegramCorrectionsTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const long Chat = -1001234567890;

    private static readonly ImmutableArray<PostPicture> Pictures = [new("cu.png", "image/png", ""), new("moi.png", "image/png", "")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_corrected_where_they_are_with_their_styles()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("sai"));

        var outcome = await EditAsync(telegram, reference, RenderedPart.Of(new("đúng hơn", [new(TextStyle.Bold, 0, 4)]), []));

        Assert.Equal(new SendOutcome.Delivered(reference), outcome);
        var post = Assert.Single(telegram.Simulator.Posts);
        Assert.Equal("đúng hơn", post.Text);
        Assert.Equal([new TelegramEntity("bold", 0, 4, null)], post.Entities);
        Assert.False(post.LinkPreview);
    }

    [Fact]
    public async Task A_photo_and_its_caption_are_corrected_where_they_are()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, new RenderedPart("sai", [Pictures[0]]));

        Assert.Equal(new SendOutcome.Delivered(reference), await EditAsync(telegram, reference, new RenderedPart("đúng", [Pictures[1]])));

        var post = Assert.Single(telegram.Simulator.Posts);
        Assert.Equal("đúng", post.Text);
        Assert.Equal([1], post.Photo);
    }

    [Fact]
    public async Task Every_part_and_every_picture_of_an_album_is_corrected()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, new("sai", Pictures), Words("cũ"));

        Assert.Equal(
            new SendOutcome.Delivered(reference),
            await EditAsync(telegram, reference, new("đúng", [Pictures[1], Pictures[0]]), Words("mới")));

        Assert.Equal(["đúng", "", "mới"], telegram.Simulator.Posts.Select(post => post.Text));
        Assert.Equal([[1], [0]], telegram.Simulator.Posts.Take(2).Select(post => post.Photo!));
        Assert.Equal([2, 0], telegram.Simulator.Posted.Select(post => post.Pictures));
    }

    [Fact]
    public async Task Words_get_a_photo()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("chữ"));

        Assert.IsType<SendOutcome.Delivered>(await EditAsync(telegram, reference, new RenderedPart("chữ và hình", [Pictures[0]])));
        Assert.Equal(1, Assert.Single(telegram.Simulator.Posted).Pictures);
    }

    [Fact]
    public async Task A_correction_that_is_there_already_is_done()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("một"), Words("hai"));

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(new SendOutcome.Delivered(reference), await EditAsync(telegram, reference, Words("một"), Words("hai, sửa")));
        }

        Assert.Equal(["một", "hai, sửa"], telegram.Simulator.Posts.Select(post => post.Text));
    }

    [Fact]
    public async Task A_photo_cannot_become_words_by_machine()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, new RenderedPart("chú thích", [Pictures[0]]));

        AssertByHand(nameof(ProblemTexts.PostHasOtherForm), await EditAsync(telegram, reference, Words("chỉ còn chữ")));
    }

    [Fact]
    public async Task A_post_of_another_number_of_messages_is_corrected_by_hand_and_not_touched()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("một"), Words("hai"));
        var calls = telegram.Simulator.Calls;

        AssertByHand(nameof(ProblemTexts.PostHasOtherForm), await EditAsync(telegram, reference, Words("một, sửa")));
        AssertByHand(nameof(ProblemTexts.PostHasOtherForm), await EditAsync(telegram, reference, Words("một, sửa"), new("hai", Pictures)));
        Assert.Equal(calls, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task A_post_that_a_person_deleted_is_corrected_by_hand()
    {
        await using var telegram = await StartAsync();

        AssertByHand(nameof(ProblemTexts.PostNotThereAnyMore), await EditAsync(telegram, $"{Chat}/99", Words("đúng")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("-100/")]
    [InlineData("-100/7,x")]
    [InlineData("@kenh/7")]
    public async Task What_is_no_reference_is_done_by_hand_without_a_call(string reference)
    {
        await using var telegram = await StartAsync();

        AssertByHand(nameof(ProblemTexts.PostReferenceUnusable), await EditAsync(telegram, reference, Words("đúng")));
        AssertByHand(nameof(ProblemTexts.PostReferenceUnusable), await RemoveAsync(telegram, reference));
        Assert.Equal(0, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task A_refused_correction_leaves_the_post_as_it_is()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("một"));
        var refusal = new Problem(nameof(ProblemTexts.TextTooLong), null, "4096");

        var outcome = await telegram.Channel.EditAsync(Request(), new([Words("hai")], Shortened: false, refusal), reference, Cancellation);

        Assert.Equal(new SendOutcome.Rejected(refusal), outcome);
        Assert.Equal("một", Assert.Single(telegram.Simulator.Posts).Text);
    }

    [Fact]
    public async Task A_correction_that_is_throttled_half_way_goes_on_behind_what_it_changed()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("một"), Words("hai"), Words("ba"));
        telegram.Simulator.Limits = new(PerBotSecond: 0, PerChatMinute: 1, TimeSpan.Zero);
        ImmutableArray<RenderedPart> corrected = [Words("một, sửa"), Words("hai, sửa"), Words("ba, sửa")];

        var later = Assert.IsType<SendOutcome.Later>(await EditAsync(telegram, reference, corrected));
        telegram.Simulator.Limits = null;
        var calls = telegram.Simulator.Calls;
        var outcome = await telegram.Channel.EditAsync(Request(later.Progress), new(corrected, Shortened: false), reference, Cancellation);

        Assert.Equal($"{Chat}/1", later.Progress);
        Assert.Equal(new SendOutcome.Delivered(reference), outcome);
        Assert.Equal(calls + 2, telegram.Simulator.Calls);
        Assert.Equal(["một, sửa", "hai, sửa", "ba, sửa"], telegram.Simulator.Posts.Select(post => post.Text));
    }

    [Fact]
    public async Task A_correction_or_removal_without_a_clear_answer_is_unknown_and_doing_it_again_is_harmless()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("sai"));

        telegram.Simulator.FailNext(new CallFault.Cut(Accept: true));
        Assert.IsType<SendOutcome.Unknown>(await EditAsync(telegram, reference, Words("đúng")));
        Assert.IsType<SendOutcome.Delivered>(await EditAsync(telegram, reference, Words("đúng")));
        telegram.Simulator.FailNext(new CallFault.Cut(Accept: true));
        Assert.IsType<SendOutcome.Unknown>(await RemoveAsync(telegram, reference));
        Assert.IsType<SendOutcome.Delivered>(await RemoveAsync(telegram, reference));
        Assert.Empty(telegram.Simulator.Posts);
    }

    [Fact]
    public async Task All_messages_of_a_post_are_taken_down_and_taking_it_down_again_is_done()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, new("hình", Pictures), Words("chữ"));
        await PostAsync(telegram, Words("bài khác"));

        Assert.Equal(new SendOutcome.Delivered(reference), await RemoveAsync(telegram, reference));
        Assert.Equal(new SendOutcome.Delivered(reference), await RemoveAsync(telegram, reference));
        Assert.Equal("bài khác", Assert.Single(telegram.Simulator.Posts).Text);
    }

    [Fact]
    public async Task A_post_that_is_older_than_two_days_is_taken_down_by_hand()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("cũ"));
        telegram.Time.Advance(TimeSpan.FromHours(48));

        AssertByHand(nameof(ProblemTexts.ChannelForbidsChange), await RemoveAsync(telegram, reference));
        Assert.Single(telegram.Simulator.Posts);
        Assert.Equal(TimeSpan.FromHours(48), telegram.Channel.ChangesOf(Request().Destination).Remove);
    }

    [Fact]
    public async Task A_removal_that_is_throttled_half_way_goes_on_behind_what_it_took_down()
    {
        await using var telegram = await StartAsync();
        var reference = await PostAsync(telegram, Words("một"), Words("hai"));
        telegram.Simulator.FailNext(new CallFault.Late(TimeSpan.Zero));
        telegram.Simulator.FailNext(TelegramFault.Throttled(4));

        var later = Assert.IsType<SendOutcome.Later>(await RemoveAsync(telegram, reference));

        Assert.Equal((TimeSpan.FromSeconds(4), $"{Chat}/1"), (later.After, later.Progress));
        Assert.IsType<SendOutcome.Delivered>(await telegram.Channel.RemoveAsync(Request(later.Progress), reference, Cancellation));
        Assert.Empty(telegram.Simulator.Posts);
    }

    public static TheoryData<CallFault> Closed => [TelegramFault.Kicked, TelegramFault.ChatNotFound];

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task A_chat_that_is_closed_lets_nothing_be_changed(CallFault fault)
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailChat(Chat, fault);

        Assert.IsType<SendOutcome.Closed>(await EditAsync(telegram, $"{Chat}/7", Words("đúng")));
        Assert.IsType<SendOutcome.Closed>(await RemoveAsync(telegram, $"{Chat}/7"));
    }

    [Fact]
    public async Task What_is_in_a_chat_that_moved_is_changed_by_hand()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailChat(Chat, TelegramFault.Migrated(-1009876543210));

        AssertByHand(nameof(ProblemTexts.ChannelForbidsChange), await EditAsync(telegram, $"{Chat}/7", Words("đúng")));
        AssertByHand(nameof(ProblemTexts.ChannelForbidsChange), await RemoveAsync(telegram, $"{Chat}/7"));
    }

    [Fact]
    public async Task A_dead_token_changes_nothing()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.Faults = new() { DeadCredentials = [TelegramFixture.Token] };

        Assert.IsType<SendOutcome.CredentialDead>(await EditAsync(telegram, $"{Chat}/7", Words("đúng")));
        Assert.IsType<SendOutcome.CredentialDead>(await RemoveAsync(telegram, $"{Chat}/7"));
    }

    private static void AssertByHand(string code, SendOutcome outcome)
    {
        var hand = Assert.IsType<SendOutcome.ByHandOnly>(outcome);
        Assert.Equal(code, hand.Reason.Code);
        Assert.All(
            (string[])["vi", "en"],
            language => Assert.Contains("Telegram", hand.Reason.Text(CultureInfo.GetCultureInfo(language)), StringComparison.Ordinal));
    }

    private async Task<TelegramFixture> StartAsync()
    {
        for (byte number = 0; number < Pictures.Length; number++)
        {
            await storage.Store.Container(Containers.Media).GetBlobClient(Pictures[number].Blob)
                .UploadAsync(new BinaryData([number]), overwrite: true, Cancellation);
        }

        return await TelegramFixture.StartAsync(storage.Store, Cancellation);
    }

    private static RenderedPart Words(string text) => new(text, []);

    private static SendRequest Request(string? progress = null) =>
        new(Posts.Article("Nội dung"), Posts.Telegram(), TelegramFixture.Token, progress);

    private static async Task<string> PostAsync(TelegramFixture telegram, params ImmutableArray<RenderedPart> parts) =>
        Assert.IsType<SendOutcome.Delivered>(
            await telegram.Channel.SendAsync(Request(), new(parts, Shortened: false), Cancellation)).Reference;

    private static Task<SendOutcome> EditAsync(TelegramFixture telegram, string reference, params ImmutableArray<RenderedPart> parts) =>
        telegram.Channel.EditAsync(Request(), new(parts, Shortened: false), reference, Cancellation);

    private static Task<SendOutcome> RemoveAsync(TelegramFixture telegram, string reference) =>
        telegram.Channel.RemoveAsync(Request(), reference, Cancellation);
}
