using System.Text.Json.Nodes;
using Azure;
using Azure.Core.Pipeline;
using Dissemination.Channels.Website;
using Dissemination.Directory;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Channels.Website;

public sealed class FeedReaderTests(ChannelStorage storage) : IClassFixture<ChannelStorage>, IDisposable
{
    private readonly CommuneId _commune = new($"xa-{Guid.CreateVersion7()}");
    private readonly FakeTimeProvider _time = new(Posts.Morning);
    private readonly HeldCalls _held = new();
    private readonly List<FeedReader> _readers = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FeedId Vietnamese => new(_commune, LanguageTag.Vietnamese);

    private DirectorySnapshot Directory => new([Commune(_commune)], [Posts.Website(_commune.Value)], []);

    public void Dispose()
    {
        _readers.ForEach(reader => reader.Dispose());
        _held.Dispose();
    }

    [Fact]
    public async Task A_thousand_readers_of_a_feed_in_all_its_formats_cost_two_transactions_a_minute()
    {
        var calls = new CountedCalls();
        var reader = Reader(calls);
        await AddAsync("khai-mac");

        for (var minute = 1; minute <= 2; minute++)
        {
            for (var number = 0; number < 1_000; number++)
            {
                Assert.Equal(["khai-mac"], await ItemsAsync(reader));
                _time.Advance(FeedReader.Holds / 1_000);
            }

            Assert.Equal(2 * minute, calls.Count); // its entries, and the voices of its language
        }
    }

    [Fact]
    public async Task A_feed_is_read_with_two_transactions_however_many_entries_it_has()
    {
        var calls = new CountedCalls();
        await Task.WhenAll(Enumerable.Range(0, Feed.Most + 10).Select(day => AddAsync($"bai-{day:D2}", day)));

        Assert.Equal(Enumerable.Range(10, Feed.Most).Reverse().Select(day => $"bai-{day:D2}"), await ItemsAsync(Reader(calls)));

        Assert.Equal(2, calls.Count);
    }

    [Fact]
    public async Task Readers_who_come_at_once_wait_for_one_drawing_and_one_who_leaves_does_not_end_it()
    {
        var reader = Reader(_held);
        using var leaving = new CancellationTokenSource();
        var gone = reader.FindAsync(Vietnamese, Directory, leaving.Token);
        var all = Enumerable.Range(0, 100).Select(_ => reader.FindAsync(Vietnamese, Directory, Cancellation)).ToList();
        await _held.ReachedAsync();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        _held.GoOn();

        Assert.NotNull(Assert.Single((await Task.WhenAll(all)).Distinct()));
        Assert.Equal(1, _held.Count);
    }

    [Fact]
    public async Task What_was_written_while_a_feed_was_drawn_is_seen_by_the_next_reader()
    {
        var reader = Reader(_held);
        var early = reader.FindAsync(Vietnamese, Directory, Cancellation);
        await _held.ReachedAsync();
        await AddAsync("khai-mac");
        reader.Forget(Vietnamese);

        var late = ItemsAsync(reader);
        _held.GoOn();

        Assert.NotNull(await early);
        Assert.Equal(["khai-mac"], await late);
        Assert.Equal(["khai-mac"], await ItemsAsync(reader));
        Assert.Equal(4, _held.Count);
    }

    [Fact]
    public async Task What_another_copy_of_the_program_wrote_is_seen_within_the_minute_that_readers_are_told()
    {
        var reader = Reader();
        Assert.Empty(await ItemsAsync(reader));
        await AddAsync("khai-mac");
        _time.Advance(FeedReader.Holds - TimeSpan.FromSeconds(1));
        var old = await reader.FindAsync(Vietnamese, Directory, Cancellation);
        Assert.Equal(FeedReader.Holds - TimeSpan.FromSeconds(1), reader.AgeOf(old!));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["khai-mac"], await ItemsAsync(reader));
    }

    [Fact]
    public async Task A_drawing_that_failed_is_not_kept()
    {
        var reader = Reader(_held);
        _held.Failure = new RequestFailedException(503, "away");
        _held.GoOn();
        await Assert.ThrowsAsync<RequestFailedException>(() => reader.FindAsync(Vietnamese, Directory, Cancellation));

        _held.Failure = null;

        Assert.Empty(await ItemsAsync(reader));
    }

    [Fact]
    public async Task A_communes_feed_has_the_entries_of_those_that_it_took_over_and_of_an_item_the_newest_revision()
    {
        var taken = new CommuneId($"{_commune}-cu");
        DirectorySnapshot directory = new([Commune(_commune), Commune(taken) with { MergedInto = _commune }], [], []);
        await AddAsync("cua-xa-cu", day: 1, commune: taken);
        await AddAsync("cua-ca-hai", day: 0, commune: taken);
        await AddAsync("cua-ca-hai", day: 2, revision: 2);

        var feed = (await Reader().FindAsync(Vietnamese, directory, Cancellation))!;

        Assert.Equal(["cua-ca-hai", "cua-xa-cu"], Titles(feed));
        Assert.Equal(2, (await new FeedStore(storage.Store, Posts.Site)
            .NewestAsync([Vietnamese, new(taken, LanguageTag.Vietnamese)], Cancellation)).Entries[0].Delivery.Version.Revision);
    }

    [Fact]
    public async Task A_feed_stays_under_its_name_when_the_directory_drops_its_commune_and_a_stranger_costs_nothing()
    {
        var calls = new CountedCalls();
        var reader = Reader(calls);
        await AddAsync("khai-mac");
        var dropped = DirectorySnapshot.Empty.After(Directory, Posts.Morning);

        var feed = await reader.FindAsync(Vietnamese, dropped, Cancellation);
        var stranger = await reader.FindAsync(new(new("khong-co"), LanguageTag.Vietnamese), dropped, Cancellation);

        Assert.Equal(["khai-mac"], Titles(feed!));
        Assert.StartsWith("Trang tin xã Búng Lao", (string?)Json(feed!)["title"], StringComparison.Ordinal);
        Assert.Null(stranger);
        Assert.Equal(2, calls.Count);
    }

    private static Commune Commune(CommuneId id) => new(id, "Búng Lao", CommuneKind.Commune, [], ReleasePolicy.Automatic);

    private static JsonNode Json(DrawnFeed feed) => JsonNode.Parse(feed.Files[FeedFormat.Json].Content)!;

    private static IReadOnlyList<string> Titles(DrawnFeed feed) =>
        [.. Json(feed)["items"]!.AsArray().Select(entry => (string)entry!["title"]!)];

    private FeedReader Reader(HttpPipelinePolicy? policy = null)
    {
        var store = policy is null ? storage.Store : storage.WithTables(policy);
        _readers.Add(new(new FeedStore(store, Posts.Site), new(store), Posts.Site, _time));
        return _readers[^1];
    }

    private async Task<IReadOnlyList<string>> ItemsAsync(FeedReader reader) =>
        Titles((await reader.FindAsync(Vietnamese, Directory, Cancellation))!);

    private Task<FeedPointer> AddAsync(string item, int day = 0, int revision = 1, CommuneId? commune = null)
    {
        var website = Posts.Website((commune ?? _commune).Value);
        var post = Posts.Article("Nội dung", item) with
        {
            Id = Posts.Id(item, revision, "vi", website.Id),
            PublishedAt = Posts.Morning.AddDays(day),
        };
        return new FeedStore(storage.Store, Posts.Site).AddAsync(
            new(website.Id.Commune, LanguageTag.Vietnamese), post, Task.CompletedTask, Cancellation);
    }
}
