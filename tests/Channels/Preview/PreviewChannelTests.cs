using Dissemination.Channels;
using Dissemination.Channels.Preview;
using Dissemination.Directory;

namespace Dissemination.Tests.Channels.Preview;

public sealed class PreviewChannelTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_delivery_is_kept_once_even_when_it_comes_at_once_and_at_another_time()
    {
        var destination = Destination("once");
        var post = Post(destination, "khai-mac", 0);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(day => SendAsync(destination, post with { PublishedAt = Posts.Morning.AddDays(day) })));

        Assert.Single(outcomes.Distinct());
        Assert.IsType<SendOutcome.Delivered>(outcomes[0]);
        Assert.Single((await Pages().PageAsync(new("once"), null, 10, Cancellation)).Rows);
    }

    [Fact]
    public async Task A_kept_post_is_found_and_another_is_not()
    {
        var destination = Destination("found");
        var post = Post(destination, "khai-mac", 0);
        Assert.IsType<FindOutcome.NotThere>(await Channel().FindAsync(new(post, destination, null), default, Cancellation));

        await SendAsync(destination, post);

        Assert.IsType<FindOutcome.There>(await Channel().FindAsync(new(post, destination, null), default, Cancellation));
    }

    [Fact]
    public async Task Previews_are_paged_newest_first()
    {
        var destination = Destination("paged");
        foreach (var day in (int[])[1, 3, 0, 2])
        {
            await SendAsync(destination, Post(destination, $"bai-{day}", day));
        }

        var first = await Pages().PageAsync(new("paged"), null, 3, Cancellation);
        var second = await Pages().PageAsync(new("paged"), first.Next, 3, Cancellation);

        Assert.Equal(["bai-3", "bai-2", "bai-1"], first.Rows.Select(row => row.Value.Delivery.Version.Item.Value).ToList());
        Assert.Equal(["bai-0"], second.Rows.Select(row => row.Value.Delivery.Version.Item.Value).ToList());
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_preview_shows_the_form_of_its_own_channel()
    {
        var destination = Destination("form");
        await SendAsync(destination, Post(destination, "khai-mac", 0) with { Text = new(null, null, "Xem [trang](https://a.example).") });

        var row = Assert.Single((await Pages().PageAsync(new("form"), null, 10, Cancellation)).Rows);

        Assert.Equal(ChannelKind.Facebook, row.Value.Channel);
        Assert.StartsWith("Xem trang (https://a.example).", Assert.Single(row.Value.Parts).Text, StringComparison.Ordinal);
    }

    private PreviewChannel Channel() => new(ChannelKind.Facebook, post => PlainText.Render(post, PlainText.FacebookLimit), storage.Store);

    private PreviewReader Pages() => new(storage.Store);

    private Task<SendOutcome> SendAsync(Destination destination, Post post) =>
        Channel().SendAsync(new(post, destination, null), Cancellation);

    private static Destination Destination(string commune) =>
        new(new(new(commune), "facebook"), ChannelKind.Facebook, "Trang Facebook xã", "123", "facebook_tinh", []);

    private static Post Post(Destination destination, string item, int day) =>
        Posts.Article("Nội dung") with { Id = Posts.Id(item, 1, "vi", destination.Id), PublishedAt = Posts.Morning.AddDays(day) };
}
