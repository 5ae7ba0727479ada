using System.Text.Json.Nodes;
using Dissemination.Simulators.Telegram;

namespace Dissemination.Tests.SimulatorTests;

public sealed class TelegramChangingTests
{
    [Fact]
    public async Task A_post_is_kept_with_who_posted_it_where_and_when()
    {
        await using var telegram = await TelegramServer.StartAsync();
        var at = telegram.Time.GetUtcNow();

        var message = (await telegram.TextAsync(-1, "tin")).Message;

        Assert.Equal(new(TelegramServer.Bot, "-1", $"{message}", "tin", 0, at), Assert.Single(telegram.Simulator.Posted));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public async Task An_album_is_one_post_of_several_messages_with_the_words_at_the_first(int pictures)
    {
        await using var telegram = await TelegramServer.StartAsync();

        var album = await telegram.PhotosAsync(-1, pictures, "chú thích");

        var messages = album.Result.EnumerateArray().Select(message => message.GetProperty("message_id").GetInt32()).ToArray();
        Assert.Equal(Enumerable.Range(messages[0], pictures), messages);
        var post = Assert.Single(telegram.Simulator.Posted);
        Assert.Equal((string.Join(',', messages), "chú thích", pictures), (post.Reference, post.Text, post.Pictures));
        Assert.Equal(["chú thích", .. Enumerable.Repeat("", pictures - 1)], telegram.Simulator.Posts.Select(message => message.Text));
    }

    [Fact]
    public async Task An_album_has_two_to_ten_pictures()
    {
        await using var telegram = await TelegramServer.StartAsync();

        Assert.Equal(400, (await telegram.PhotosAsync(-1, 11, "")).Status);
        Assert.Equal(
            400,
            (await telegram.FormAsync(
                "sendMediaGroup", [("chat_id", "-1"), ("media", """[{"type":"photo","media":"attach://f0"}]""")], 1)).Status);
        Assert.Empty(telegram.Simulator.Posted);
    }

    [Fact]
    public async Task Words_are_edited_once_and_the_same_words_again_are_no_change()
    {
        await using var telegram = await TelegramServer.StartAsync();
        var message = (await telegram.TextAsync(-1, "sai")).Message;

        var edited = await EditAsync(telegram, message, "đúng");
        var again = await EditAsync(telegram, message, "đúng");

        Assert.Equal((200, "đúng"), (edited.Status, Assert.Single(telegram.Simulator.Posted).Text));
        Assert.Equal(400, again.Status);
        Assert.StartsWith("Bad Request: message is not modified: ", again.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_edited_only_as_what_it_is_by_who_sent_it()
    {
        await using var telegram = await TelegramServer.StartAsync();
        var words = (await telegram.TextAsync(-1, "chữ")).Message;
        var photo = (await telegram.PhotosAsync(-1, 1, "hình")).Message;

        Assert.Equal("Bad Request: there is no text in the message to edit", (await EditAsync(telegram, photo, "x")).Description);
        Assert.Equal("Bad Request: there is no caption in the message to edit", (await CaptionAsync(telegram, words, "x")).Description);
        Assert.Equal("Bad Request: message to edit not found", (await EditAsync(telegram, 999, "x")).Description);
        Assert.Equal("Bad Request: message can't be edited", (await EditAsync(telegram, words, "x", "654321:other")).Description);
        Assert.Equal(["chữ", "hình"], telegram.Simulator.Posted.Select(post => post.Text));
    }

    [Fact]
    public async Task A_caption_is_edited_and_its_photo_stays()
    {
        await using var telegram = await TelegramServer.StartAsync();
        var photo = (await telegram.PhotosAsync(-1, 1, "sai")).Message;

        Assert.Equal(200, (await CaptionAsync(telegram, photo, "đúng")).Status);
        Assert.Equal(400, (await CaptionAsync(telegram, photo, "đúng")).Status);
        var post = Assert.Single(telegram.Simulator.Posts);
        Assert.Equal("đúng", post.Text);
        Assert.Equal([1, 2, 0], post.Photo);
    }

    [Fact]
    public async Task A_photo_takes_the_place_of_another_or_of_words()
    {
        await using var telegram = await TelegramServer.StartAsync();
        var words = (await telegram.TextAsync(-1, "chữ")).Message;
        var photo = (await telegram.PhotosAsync(-1, 1, "hình")).Message;

        foreach (var message in (int[])[words, photo])
        {
            var edited = await telegram.FormAsync(
                "editMessageMedia",
                [("chat_id", "-1"), ("message_id", $"{message}"), ("media", """{"type":"photo","media":"attach://f1","caption":"mới"}""")],
                2);
            Assert.Equal(200, edited.Status);
        }

        Assert.All(telegram.Simulator.Posts, post => Assert.Equal("mới", post.Text));
        Assert.All(telegram.Simulator.Posts, post => Assert.Equal([1, 2, 1], post.Photo));
    }

    [Fact]
    public async Task A_deleted_message_leaves_the_posts_and_cannot_be_deleted_twice()
    {
        await using var telegram = await TelegramServer.StartAsync();
        var message = (await telegram.TextAsync(-1, "tin")).Message;

        Assert.Equal(200, (await DeleteAsync(telegram, message)).Status);
        Assert.Empty(telegram.Simulator.Posted);
        Assert.Equal("Bad Request: message to delete not found", (await DeleteAsync(telegram, message)).Description);
    }

    [Fact]
    public async Task A_message_can_be_deleted_for_two_days()
    {
        await using var telegram = await TelegramServer.StartAsync();
        var (first, second) = ((await telegram.TextAsync(-1, "một")).Message, (await telegram.TextAsync(-1, "hai")).Message);

        telegram.Time.Advance(TimeSpan.FromHours(48) - TimeSpan.FromTicks(1));
        Assert.Equal(200, (await DeleteAsync(telegram, first)).Status);
        telegram.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("Bad Request: message can't be deleted", (await DeleteAsync(telegram, second)).Description);
        Assert.Single(telegram.Simulator.Posted);
    }

    [Fact]
    public async Task A_bot_asks_who_it_is_and_what_it_may()
    {
        await using var telegram = await TelegramServer.StartAsync();
        telegram.Simulator.SetChat(-2, new("supergroup", TelegramMembership.Muted));

        Assert.Equal(123456, (await telegram.CallAsync("getMe", [])).Result.GetProperty("id").GetInt64());
        Assert.Equal("channel", (await telegram.CallAsync("getChat", new() { ["chat_id"] = -1 })).Result.GetProperty("type").GetString());
        Assert.True((await MemberAsync(telegram, -1)).Result.GetProperty("can_post_messages").GetBoolean());
        Assert.Equal("restricted", (await MemberAsync(telegram, -2)).Result.GetProperty("status").GetString());
        Assert.Equal(128, (await telegram.CallAsync("getChatMemberCount", new() { ["chat_id"] = -1 })).Result.GetInt32());
        Assert.Equal(404, (await telegram.CallAsync("sendDice", new() { ["chat_id"] = -1 })).Status);
    }

    public static TheoryData<TelegramChat, int> ClosedChats => new()
    {
        { new("channel", TelegramMembership.Member), 400 },
        { new("channel", TelegramMembership.AdministratorWhoMayNotPost), 400 },
        { new("supergroup", TelegramMembership.Muted), 400 },
        { new("supergroup", TelegramMembership.Member, MembersMayWrite: false), 400 },
        { new("channel", TelegramMembership.Left), 403 },
        { new("supergroup", TelegramMembership.Kicked), 403 },
    };

    [Theory]
    [MemberData(nameof(ClosedChats))]
    public async Task A_bot_posts_only_where_it_may(TelegramChat chat, int status)
    {
        await using var telegram = await TelegramServer.StartAsync();
        telegram.Simulator.SetChat(-1, chat);

        Assert.Equal(status, (await telegram.TextAsync(-1, "tin")).Status);
        Assert.Empty(telegram.Simulator.Posted);
    }

    [Fact]
    public async Task Edits_of_one_message_at_once_leave_one_of_their_texts()
    {
        await using var telegram = await TelegramServer.StartAsync();
        var message = (await telegram.TextAsync(-1, "đầu")).Message;

        var edits = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => EditAsync(telegram, message, $"sửa {number}")));

        Assert.All(edits, edit => Assert.Equal(200, edit.Status));
        Assert.StartsWith("sửa ", Assert.Single(telegram.Simulator.Posted).Text, StringComparison.Ordinal);
    }

    private static Task<TelegramReply> EditAsync(TelegramServer telegram, int message, string text, string bot = TelegramServer.Bot) =>
        telegram.CallAsync("editMessageText", new() { ["chat_id"] = -1, ["message_id"] = message, ["text"] = text }, bot);

    private static Task<TelegramReply> CaptionAsync(TelegramServer telegram, int message, string caption) =>
        telegram.CallAsync("editMessageCaption", new() { ["chat_id"] = -1, ["message_id"] = message, ["caption"] = caption });

    private static Task<TelegramReply> DeleteAsync(TelegramServer telegram, int message) =>
        telegram.CallAsync("deleteMessage", new() { ["chat_id"] = -1, ["message_id"] = message });

    private static Task<TelegramReply> MemberAsync(TelegramServer telegram, long chat) =>
        telegram.CallAsync("getChatMember", new JsonObject { ["chat_id"] = chat, ["user_id"] = 123456 });
}
