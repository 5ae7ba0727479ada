using System.Text;
using Dissemination.Channels;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Faults;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookSendingTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_is_delivered_under_its_id_with_the_words_of_its_preview()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        var outcome = await facebook.SendAsync();

        var post = Assert.Single(facebook.Simulator.Posts);
        Assert.Equal(new SendOutcome.Delivered(post.Id), outcome);
        Assert.Equal(facebook.Channel.Render(FacebookFixture.Article()).Text, post.Message);
        Assert.Equal((FacebookFixture.Page, FacebookFixture.Token), (post.Page, post.Token));
        Assert.Equal(1, facebook.Simulator.Calls);
    }

    [Fact]
    public async Task Pictures_go_first_and_unseen_with_their_words_and_the_post_shows_them()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        var outcome = await facebook.SendAsync(await WithPicturesAsync("a", "b"));

        var post = Assert.Single(facebook.Simulator.Posts);
        Assert.Equal(["Đồi a", "Đồi b"], post.Pictures.Select(picture => picture.Alt));
        Assert.All(post.Pictures, picture => Assert.Equal(Picture, picture.Bytes));
        Assert.StartsWith(post.Id + "~", Assert.IsType<SendOutcome.Delivered>(outcome).Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_could_not_be_brought_leaves_no_post_and_comes_again_later()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var post = await WithPicturesAsync("a");

        foreach (var fault in (CallFault[])[
            FacebookFault.ServerErrorAfterAccept,
            new CallFault.Cut(Accept: true),
            new CallFault.Garbage(200, "<html>", Accept: true),
            new CallFault.Silence(Accept: true)])
        {
            facebook.Patience = LongWaits.For(fault);
            facebook.Simulator.FailNext(fault, edge: FacebookEdge.Photos);
            Assert.False(Assert.IsType<SendOutcome.Later>(await facebook.SendAsync(post)).WholeLane);
        }

        Assert.Empty(facebook.Simulator.Posts);
        facebook.Patience = LongWaits.Longest;
        Assert.IsType<SendOutcome.Delivered>(await facebook.SendAsync(post));
        Assert.Single(facebook.Simulator.Posts);
    }

    [Fact]
    public async Task Words_without_an_answer_are_unknown_though_their_pictures_arrived()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        facebook.Simulator.FailNext(new CallFault.Cut(Accept: true), edge: FacebookEdge.Feed);

        Assert.IsType<SendOutcome.Unknown>(await facebook.SendAsync(await WithPicturesAsync("a")));
        Assert.Single(facebook.Simulator.Posts);
    }

    [Fact]
    public async Task A_picture_that_is_not_there_is_refused_before_anything_is_sent()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        var outcome = await facebook.SendAsync(FacebookFixture.Article() with { Pictures = [new("missing.png", "image/png", "Không có")] });

        Assert.IsType<SendOutcome.Rejected>(outcome);
        Assert.Equal(0, facebook.Simulator.Calls);
    }

    [Fact]
    public async Task Parts_that_an_earlier_try_delivered_are_not_sent_again()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        var outcome = await facebook.Channel.SendAsync(FacebookFixture.Request(FacebookFixture.Article(), progress: "1_2"), Cancellation);

        Assert.Equal(new SendOutcome.Delivered("1_2"), outcome);
        Assert.Equal(0, facebook.Simulator.Calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70_000)]
    public async Task Every_post_ends_with_its_link_by_which_it_is_found(int letters)
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        var rendered = facebook.Channel.Render(FacebookFixture.Article(new string('a', letters)));

        Assert.All(rendered.Parts, part => Assert.EndsWith(Posts.Link, part.Text, StringComparison.Ordinal));
        Assert.All(rendered.Parts, part => Assert.InRange(part.Text.Length, 1, PlainText.FacebookLimit));
    }

    [Fact]
    public async Task With_an_app_secret_every_call_carries_its_proof()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, ("AppSecret", "s3cret"));
        facebook.Simulator.AppSecret = "s3cret";
        var post = await WithPicturesAsync("a");

        var sent = Assert.IsType<SendOutcome.Delivered>(await facebook.SendAsync(post));
        Assert.IsType<SendOutcome.Delivered>(await facebook.Channel.EditAsync(FacebookFixture.Request(post), sent.Reference, Cancellation));
        Assert.IsType<FindOutcome.There>(
            await facebook.Channel.FindAsync(FacebookFixture.Request(post), TimeProvider.System.GetUtcNow(), Cancellation));
        Assert.NotNull(await facebook.Channel.CountAudienceAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation));
        Assert.IsType<SendOutcome.Delivered>(
            await facebook.Channel.RemoveAsync(FacebookFixture.Request(post), sent.Reference, Cancellation));

        facebook.Simulator.AppSecret = "another";
        Assert.IsType<SendOutcome.Rejected>(await facebook.SendAsync(post));
    }

    [Fact]
    public async Task Neither_logs_nor_traces_nor_addresses_nor_reasons_hold_a_secret()
    {
        using var traces = new KeptTraces();
        await using var facebook = await FacebookFixture.StartAsync(storage.Store, ("AppSecret", "s3cret"), ("AppId", "1000"));
        facebook.Simulator.FailNext(FacebookFault.BadParameter with { Message = $"Malformed access token {FacebookFixture.Token}" });
        var refused = Assert.IsType<SendOutcome.Rejected>(
            await new CleanedChannel(facebook.Channel, new()).SendAsync(FacebookFixture.Request(FacebookFixture.Article()), Cancellation));
        facebook.Simulator.FailNext(new CallFault.Cut(Accept: false), times: 3, edge: FacebookEdge.List);

        await facebook.SendAsync();
        await facebook.Channel.FindAsync(FacebookFixture.Request(FacebookFixture.Article()), TimeProvider.System.GetUtcNow(), Cancellation);
        await facebook.Channel.CheckAsync(FacebookFixture.Destination, FacebookFixture.Token, Cancellation);

        Assert.Equal(0, facebook.Simulator.TokensInAddresses);
        Assert.DoesNotContain(FacebookFixture.Token, string.Join(' ', refused.Reason.Arguments), StringComparison.Ordinal);
        Assert.NotEmpty(traces.Lines);
        var all = new StringBuilder().AppendJoin('\n', facebook.Log.Lines).AppendJoin('\n', traces.Lines)
            .Append(FacebookFixture.Request(FacebookFixture.Article())).ToString();
        Assert.DoesNotContain(FacebookFixture.Token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two\nlines")]
    public async Task What_has_not_the_form_of_a_token_is_a_dead_credential(string? token)
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        Assert.IsType<SendOutcome.CredentialDead>(
            await facebook.Channel.SendAsync(new(FacebookFixture.Article(), FacebookFixture.Destination, token), Cancellation));
        Assert.Equal(0, facebook.Simulator.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("me/accounts")]
    [InlineData("1_2")]
    public async Task What_has_not_the_form_of_a_page_is_closed(string address)
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        Assert.IsType<SendOutcome.Closed>(
            await facebook.Channel.SendAsync(
                new(FacebookFixture.Article(), FacebookFixture.Destination with { Address = address }, FacebookFixture.Token),
                Cancellation));
        Assert.Equal(0, facebook.Simulator.Calls);
    }

    private async Task<Post> WithPicturesAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await storage.Store.Container(Containers.Media).GetBlobClient($"facebook-{name}.png")
                .UploadAsync(new BinaryData(Picture), overwrite: true, Cancellation);
        }

        return FacebookFixture.Article() with
        {
            Pictures = [.. names.Select(name => new PostPicture($"facebook-{name}.png", "image/png", $"Đồi {name}"))],
        };
    }
}
