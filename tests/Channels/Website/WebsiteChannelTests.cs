using Dissemination.Channels;
using Dissemination.Channels.Website;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Channels.Website;

public sealed class WebsiteChannelTests : IClassFixture<ChannelStorage>
{
    private static readonly SiteAddress Site = Posts.Site;

    private readonly ChannelStorage _storage;
    private readonly WebsiteChannel _channel;

    public WebsiteChannelTests(ChannelStorage storage)
    {
        _storage = storage;
        _channel = ChannelOver(storage.Store);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_stand_newest_first()
    {
        var website = Posts.Website("newest-first");
        foreach (var day in (int[])[2, 0, 3, 1])
        {
            Assert.IsType<SendOutcome.Delivered>(await SendAsync(website, $"bai-{day}", 1, day));
        }

        Assert.Equal(["bai-3", "bai-2", "bai-1", "bai-0"], await ItemsAsync("newest-first"));
    }

    [Fact]
    public async Task A_feed_holds_the_newest_fifty()
    {
        var website = Posts.Website("fifty");
        for (var day = 0; day < 53; day++)
        {
            await SendAsync(website, $"bai-{day:D2}", 1, day);
        }

        var items = await ItemsAsync("fifty");
        Assert.Equal(50, items.Count);
        Assert.Equal(("bai-52", "bai-03"), (items[0], items[^1]));
    }

    [Fact]
    public async Task A_new_revision_takes_the_place_of_the_older_one_and_an_older_one_comes_too_late()
    {
        var website = Posts.Website("revisions");
        await SendAsync(website, "khai-mac", 1, day: 0);
        await SendAsync(website, "be-mac", 1, day: 1);

        Assert.IsType<SendOutcome.Delivered>(await SendAsync(website, "khai-mac", 2, day: 2));
        Assert.IsType<SendOutcome.Rejected>(await SendAsync(website, "khai-mac", 1, day: 0));

        Assert.Equal(["khai-mac", "be-mac"], await ItemsAsync("revisions"));
        var (corrected, other) = ((await NewestAsync("revisions")).Entries[0], (await NewestAsync("revisions")).Entries[1]);
        Assert.Equal((Posts.Morning, Posts.Morning.AddDays(2)), (corrected.PublishedAt, corrected.CorrectedAt));
        Assert.Null(other.CorrectedAt);
    }

    [Fact]
    public async Task The_same_delivery_again_changes_nothing()
    {
        var website = Posts.Website("again");
        var first = await SendAsync(website, "khai-mac", 1, day: 0);
        var before = await NewestAsync("again");

        var second = await SendAsync(website, "khai-mac", 1, day: 0);

        Assert.Equal(first, second);
        Assert.Equal(before.ModifiedAt, (await NewestAsync("again")).ModifiedAt);
    }

    [Fact]
    public async Task A_correction_that_comes_twice_at_once_stands_once()
    {
        var website = Posts.Website("corrected");
        var first = Assert.IsType<SendOutcome.Delivered>(await SendAsync(website, "khai-mac", 1, day: 0));
        var corrected = Post(website, "khai-mac", 2, day: 1);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => _channel.EditAsync(new(corrected, website, null), first.Reference, Cancellation)));

        Assert.IsType<SendOutcome.Delivered>(Assert.Single(outcomes.Distinct()));
        var entry = Assert.Single((await NewestAsync("corrected")).Entries);
        Assert.Equal(
            (corrected.Id, Posts.Morning, Posts.Morning.AddDays(1)), (entry.Delivery, entry.PublishedAt, entry.CorrectedAt));
    }

    [Fact]
    public async Task Senders_at_the_same_time_lose_no_entry()
    {
        var website = Posts.Website("at-once");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(day => SendAsync(website, $"bai-{day:D2}", 1, day)));

        Assert.Equal(Enumerable.Range(0, 16).Reverse().Select(day => $"bai-{day:D2}"), await ItemsAsync("at-once"));
    }

    [Fact]
    public async Task An_item_comes_into_the_feeds_of_all_communes_with_a_transaction_for_each_partition()
    {
        var calls = new CountedCalls();
        var websites = Enumerable.Range(1, 45).Select(number => Posts.Website($"xa-{number:D2}")).ToList();
        var channel = ChannelOver(_storage.WithTables(calls), await KnownAsync(new([], [.. websites], [])));

        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var outcomes = websites.ConvertAll(website => channel.SendAsync(
            new(Post(website, "khai-mac", 1, day: 0), website, null) { AllBegun = begin.Task }, Cancellation));
        begin.SetResult();

        Assert.All(await Task.WhenAll(outcomes), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Equal(
            websites.Select(website => new FeedId(website.Id.Commune, LanguageTag.Vietnamese).Partition).Distinct().Count(), calls.Count);
        foreach (var website in websites)
        {
            Assert.Equal(["khai-mac"], await ItemsAsync(website.Id.Commune.Value));
        }
    }

    [Fact]
    public async Task One_commune_that_has_the_item_already_keeps_it_from_no_other()
    {
        var websites = Enumerable.Range(1, 9).Select(number => Posts.Website($"lan-hai-{number}")).ToList();
        await SendAsync(websites[4], "khai-mac", 2, day: 0);

        var outcomes = await Task.WhenAll(websites.Select(website => SendAsync(website, "khai-mac", 1, day: 1)));

        Assert.Equal(websites.Select(website => website == websites[4]), outcomes.Select(outcome => outcome is SendOutcome.Rejected));
        Assert.Equal(1, (await NewestAsync("lan-hai-1")).Entries.Single().Delivery.Version.Revision);
        Assert.Equal(2, (await NewestAsync("lan-hai-5")).Entries.Single().Delivery.Version.Revision);
    }

    [Fact]
    public async Task What_was_posted_is_found_whether_or_not_its_sender_lived_to_know_it()
    {
        var website = Posts.Website("cut-off");
        var post = Post(website, "khai-mac", 1, day: 0);
        Assert.IsType<FindOutcome.NotThere>(await _channel.FindAsync(new(post, website, null), default, Cancellation));
        var sent = Assert.IsType<SendOutcome.Delivered>(await SendAsync(website, "khai-mac", 1, day: 0));

        var found = await ChannelOver(_storage.Store).FindAsync(new(post, website, null), default, Cancellation);

        Assert.Equal(sent.Reference, Assert.IsType<FindOutcome.There>(found).Reference);
        var corrected = Post(website, "khai-mac", 2, day: 1);
        Assert.IsType<FindOutcome.NotThere>(await _channel.FindAsync(new(corrected, website, null), default, Cancellation));
    }

    [Fact]
    public async Task What_is_taken_down_is_gone_alone_and_its_feed_says_that_it_changed()
    {
        var website = Posts.Website("taken-down");
        await SendAsync(website, "be-mac", 1, day: 1);
        var sent = Assert.IsType<SendOutcome.Delivered>(await SendAsync(website, "khai-mac", 1, day: 0));
        var before = await NewestAsync("taken-down");

        for (var time = 0; time < 2; time++)
        {
            Assert.IsType<SendOutcome.Delivered>(
                await _channel.RemoveAsync(new(Post(website, "khai-mac", 1, day: 0), website, null), sent.Reference, Cancellation));
        }

        Assert.Equal(["be-mac"], await ItemsAsync("taken-down"));
        Assert.True((await NewestAsync("taken-down")).ModifiedAt > before.ModifiedAt);
    }

    [Fact]
    public async Task An_entry_that_somebody_took_out_by_hand_keeps_no_sender_trying_for_ever()
    {
        var website = Posts.Website("by-hand");
        var sent = Assert.IsType<SendOutcome.Delivered>(await SendAsync(website, "khai-mac", 1, day: 0));
        var feed = new FeedId(website.Id.Commune, LanguageTag.Vietnamese);
        await _storage.Store.Feeds.DeleteEntityAsync(feed.Partition, sent.Reference, cancellationToken: Cancellation);

        await Assert.ThrowsAsync<LostRaceException>(
            () => _channel.RemoveAsync(new(Post(website, "khai-mac", 1, day: 0), website, null), sent.Reference, Cancellation));
    }

    private WebsiteChannel ChannelOver(Store store, DirectoryStore? directories = null)
    {
        var feeds = new FeedStore(store, Site);
        return new(
            feeds,
            new FeedReader(feeds, new(store), Site, TimeProvider.System),
            directories ?? new(_storage.Store, TimeProvider.System),
            Site);
    }

    /// <summary>A directory of its own, which is in memory as it is wherever something is sent.</summary>
    private async Task<DirectoryStore> KnownAsync(DirectorySnapshot directory)
    {
        var apart = _storage.With(new OtherContainer(Containers.State, "state-of-websites"));
        await apart.CreateAsync(Cancellation);
        var directories = new DirectoryStore(apart, new FakeTimeProvider());
        var accepted = new HistoryEntry("directory", Posts.Morning, HistoryEntry.System, "directory-accepted");
        var read = await directories.VersionAsync(Cancellation);
        Assert.True(await directories.ReplaceAsync(read, directory, "none", accepted, Cancellation));
        return directories;
    }

    private Task<SendOutcome> SendAsync(Destination website, string item, int revision, int day) =>
        _channel.SendAsync(new(Post(website, item, revision, day), website, null), Cancellation);

    private static Post Post(Destination website, string item, int revision, int day) =>
        Posts.Article("Nội dung", item) with { Id = Posts.Id(item, revision, "vi", website.Id), PublishedAt = Posts.Morning.AddDays(day) };

    private async Task<IReadOnlyList<string>> ItemsAsync(string commune) =>
        [.. (await NewestAsync(commune)).Entries.Select(entry => entry.Title)];

    private Task<(IReadOnlyList<FeedEntry> Entries, DateTimeOffset? ModifiedAt)> NewestAsync(string commune) =>
        new FeedStore(_storage.Store, Site).NewestAsync([new(new(commune), LanguageTag.Vietnamese)], Cancellation);
}
