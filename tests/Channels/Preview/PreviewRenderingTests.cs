using Dissemination.Channels;
using Dissemination.Channels.Preview;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Directory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Channels.Preview;

/// <summary>What a preview shows and stores is what its channel would send, part by part.</summary>
public sealed class PreviewRenderingTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(ChannelKind.Telegram))]
    [InlineData(nameof(ChannelKind.Facebook))]
    [InlineData(nameof(ChannelKind.Zalo))]
    public async Task A_preview_is_what_its_channel_sends(string kind)
    {
        var channel = Enum.Parse<ChannelKind>(kind);
        var destination = new Destination(new(new("sent"), kind.ToLowerInvariant()), channel, "Nơi đăng", "1", "any", []);
        await using var provider = Provider();
        var preview = Assert.IsType<PreviewChannel>(provider.GetRequiredService<ChannelRouting>().Find(destination).Value!.Channel);
        foreach (var post in Samples(destination))
        {
            var sent = Render(provider, channel, post);

            Same(sent, preview.Render(post));
            if (sent.Refusal is not null)
            {
                Assert.IsType<SendOutcome.Rejected>(await preview.SendAsync(new(post, destination, null), Cancellation));
                continue;
            }

            var outcome = Assert.IsType<SendOutcome.Delivered>(await preview.SendAsync(new(post, destination, null), Cancellation));
            await preview.EditAsync(new(post, destination, null), outcome.Reference, Cancellation);
            var kept = (
                await provider.GetRequiredService<PreviewReader>().PageAsync(new("sent"), null, 100, Cancellation)).Rows.Single(
                    row => row.Value.Delivery == post.Id).Value;
            Same(sent, new(kept.Parts, kept.Shortened));
        }
    }

    private static RenderedPost Render(ServiceProvider provider, ChannelKind kind, Post post) =>
        provider.GetServices<IChannel>().Single(channel => channel.Kind == kind).Render(post);

    private static IEnumerable<Post> Samples(Destination destination)
    {
        var styled = Posts.Article("Một **đoạn**, [trang](https://a.example).\n\n" + string.Join(' ', Enumerable.Repeat("dài", 1500)));
        PostPicture[] pictures = [new("card-1.png", "image/png", "Chữ", IsCard: true), new("anh.png", "image/png", "Ảnh")];
        return
            from overflow in Enum.GetValues<Overflow>()
            from count in (int[])[0, 1, 2]
            from post in (Post[])[styled, Posts.Article("Ngắn, **đậm**.")]
            select post with
            {
                Id = Posts.Id($"bai-{(int)overflow}-{count}-{post.Text.Body.Length}", 1, "vi", destination.Id),
                Overflow = overflow,
                Pictures = [.. pictures.Take(count)],
            };
    }

    private static void Same(RenderedPost sent, RenderedPost shown)
    {
        Assert.Equal(
            (sent.Shortened, sent.Refusal is null, sent.Parts.Length), (shown.Shortened, shown.Refusal is null, shown.Parts.Length));
        Assert.All(sent.Parts.Zip(shown.Parts), pair =>
        {
            Assert.Equal(pair.First.Text, pair.Second.Text);
            Assert.Equal(pair.First.Pictures, pair.Second.Pictures);
            Assert.Equal<TextSpan>(pair.First.Spans, pair.Second.Spans);
        });
    }

    private ServiceProvider Provider() => new ServiceCollection()
        .AddSingleton(storage.Store)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(Posts.Site)
        .AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new("Channels:Preview", "true")]).Build())
        .AddDirectory()
        .AddChannels()
        .BuildServiceProvider();
}
