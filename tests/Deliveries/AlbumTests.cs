using System.Text.Json.Nodes;
using Azure;
using Dissemination.Channels.Preview;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Simulators.Faults;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;

namespace Dissemination.Tests.Deliveries;

/// <summary>An item of several pictures on every channel.</summary>
public sealed class AlbumTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_album_goes_out_whole_with_its_words_on_every_channel()
    {
        await HandInAsync("anh-hoi-nghi", "Ảnh hội nghị");
        await rooms.TickAsync();

        var album = rooms.Telegram.Posted.Single(post => post.Text.StartsWith("Ảnh hội nghị", StringComparison.Ordinal));
        Assert.Equal(3, album.Pictures);
        Assert.Contains("(2) Phiên khai mạc", album.Text, StringComparison.Ordinal);
        var page = rooms.Facebook.Posts.Single(post => post.Message.StartsWith("Ảnh hội nghị", StringComparison.Ordinal));
        Assert.Equal(["Cổng chào", "Hội trường", "Tờ rơi\nGiữ rừng là giữ nước"], page.Pictures.Select(picture => picture.Alt));
        Assert.Equal(["", "Phiên khai mạc", ""], page.Pictures.Select(picture => picture.Caption));
        var group = rooms.Zalo.Messages.Single(message => message.Text.StartsWith("Ảnh hội nghị", StringComparison.Ordinal));
        Assert.NotNull(group.Picture);
        var entry = await EntryAsync("Ảnh hội nghị");
        Assert.Equal(3, entry["attachments"]!.AsArray().Count);
        Assert.Contains("<figcaption>Phi&#234;n khai mạc</figcaption>", (string?)entry["content_html"], StringComparison.Ordinal);
        var preview = (
            await rooms.Get<PreviewReader>().PageAsync(new("bung-lao"), null, 100, Cancellation)).Rows.Single(
                row => row.Value.Delivery.Version.Item.Value == "anh-hoi-nghi").Value;
        Assert.Equal(3, preview.Parts.Single().Pictures.Length);
        var published = await rooms.Get<PublicVersionReader>()
            .FindAsync(new("anh-hoi-nghi"), LanguageTag.Vietnamese, commune: null, Cancellation);
        Assert.Equal(
            ["Cổng chào", "Hội trường", "Tờ rơi\nGiữ rừng là giữ nước"],
            Dissemination.Deliveries.Posts.PicturesOf(published!).Select(picture => picture.Alt));
    }

    [Fact]
    public async Task An_album_whose_outcome_is_unknown_is_uncertain_and_is_not_sent_again()
    {
        await HandInAsync("anh-treo", "Ảnh treo");
        rooms.Telegram.FailNext(new CallFault.Cut(Accept: true));
        await rooms.TickAsync();
        await rooms.TickAsync();

        Assert.Equal(DeliveryState.Uncertain, (await rooms.GetAsync("anh-treo.1.vi", "telegram")).State);
        Assert.Single(rooms.Telegram.Posted, post => post.Text.StartsWith("Ảnh treo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_picture_under_the_same_name_goes_out_once_it_is_approved()
    {
        await HandInAsync("anh-doi", "Ảnh đổi");
        await rooms.TickAsync();
        var before = PhotosOf("Ảnh đổi");

        rooms.Time.Advance(TimeSpan.FromSeconds(5));
        await rooms.HandInPictureAsync("items/anh-doi-2.png", Pictures.Png(90, 60, shade: 200));
        await rooms.TickAsync();
        Assert.Equal(before, PhotosOf("Ảnh đổi"));

        await rooms.Get<ItemCommands>()
            .ApproveAsync(new("anh-doi"), new("lanh-dao"), ("MẪU-02 (mẫu)", new(2026, 11, 23)), ETag.All, Cancellation);
        await rooms.TickAsync();

        var after = PhotosOf("Ảnh đổi");
        Assert.Equal((before[0], before[2]), (after[0], after[2]));
        Assert.NotEqual(before[1], after[1]);
        Assert.Equal(
            (DeliveryState.Delivered, DeliveryAction.Edit),
            (await rooms.GetAsync("anh-doi.2.vi", "telegram")) is var edit ? (edit.State, edit.Action) : default);
    }

    private async Task HandInAsync(string item, string title)
    {
        for (byte number = 1; number <= 3; number++)
        {
            await rooms.HandInPictureAsync($"items/{item}-{number}.png", Pictures.Png(80, 60, shade: number));
        }

        await rooms.WriteAsync(item, title, $"""
            communes: [bung-lao]
            pictures:
              - file: {item}-1.png
                alt: Cổng chào
              - file: {item}-2.png
                alt: Hội trường
                caption: Phiên khai mạc
              - file: {item}-3.png
                alt: Tờ rơi
                words: Giữ rừng là giữ nước
            """);
    }

    /// <summary>The pictures of the album that begins so.</summary>
    private string[] PhotosOf(string title)
    {
        var first = rooms.Telegram.Posts.Single(post => post.Text.StartsWith(title, StringComparison.Ordinal));
        return [
            .. rooms.Telegram.Posts.Where(post => post.Album == first.Album).OrderBy(post => post.Message)
            .Select(post => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(post.Photo!)))];
    }

    private async Task<JsonNode> EntryAsync(string title) =>
        (await rooms.FeedAsync("bung-lao")).Single(entry => (string?)entry!["title"] == title)!;
}
