using Azure.Storage.Blobs;
using Dissemination.Storage;
using Dissemination.Tests.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Storage;

public sealed class CachedBlobTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private readonly FakeTimeProvider _time = new();
    private readonly BlobClient _blob = storage.Store.Container(Containers.State).GetBlobClient($"{Guid.CreateVersion7()}.txt");
    private int _parsed;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_there_is_asked_for_anew_after_three_seconds_and_made_once_for_each_version()
    {
        var cached = Cached();
        await UploadAsync("one");
        Assert.Equal("one", await cached.CurrentAsync(Cancellation));
        await UploadAsync("two");
        Assert.Equal("one", await cached.CurrentAsync(Cancellation));

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("two", await cached.CurrentAsync(Cancellation));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("two", await cached.CurrentAsync(Cancellation));
        Assert.Equal(2, _parsed);
    }

    [Theory]
    [InlineData(true, "nothing")]
    [InlineData(false, "one")]
    public async Task That_nothing_is_there_is_remembered_where_that_is_wanted(bool remembersAbsence, string read)
    {
        var cached = Cached(remembersAbsence);
        Assert.Equal("nothing", await cached.CurrentAsync(Cancellation));
        Assert.Null((await cached.ReadAsync(Cancellation)).ETag);
        await UploadAsync("one");

        Assert.Equal(read, await cached.CurrentAsync(Cancellation));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("one", await cached.CurrentAsync(Cancellation));
    }

    [Fact]
    public async Task A_blob_that_is_gone_is_nothing_again()
    {
        var cached = Cached();
        await UploadAsync("one");
        Assert.Equal("one", (await cached.ReadAsync(Cancellation)).Value);
        await _blob.DeleteAsync(cancellationToken: Cancellation);

        Assert.Equal(new BlobVersion<string>("nothing", null), await cached.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_written_is_seen_at_once_and_by_others_with_what_is_noted_beside_it()
    {
        var cached = Cached();
        Assert.True(await ReplaceAsync(cached, await cached.ReadAsync(Cancellation), "one"));

        Assert.Equal("one", await cached.CurrentAsync(Cancellation));
        Assert.Equal(0, _parsed);
        var other = await Cached().ReadAsync(Cancellation);
        Assert.Equal(await cached.ReadAsync(Cancellation), other);
        var properties = (await _blob.GetPropertiesAsync(cancellationToken: Cancellation)).Value;
        Assert.Equal(("text/plain", "me"), (properties.ContentType, properties.Metadata["by"]));
    }

    [Fact]
    public async Task Whoever_read_an_older_version_does_not_write_over_a_newer_one()
    {
        var (cached, other) = (Cached(), Cached());
        var (read, nothing) = (await cached.ReadAsync(Cancellation), await other.ReadAsync(Cancellation));
        Assert.True(await ReplaceAsync(other, nothing, "theirs"));

        Assert.False(await ReplaceAsync(cached, read, "ours"));
        Assert.True(await ReplaceAsync(cached, await cached.ReadAsync(Cancellation), "ours"));
        Assert.False(await ReplaceAsync(other, nothing, "theirs again"));
        Assert.Equal("ours", (await other.ReadAsync(Cancellation)).Value);
    }

    private static Task<bool> ReplaceAsync(CachedBlob<string> cached, BlobVersion<string> read, string text) =>
        cached.TryReplaceAsync(
            read,
            text,
            new BinaryData(System.Text.Encoding.UTF8.GetBytes(text), "text/plain"),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = "me" },
            Cancellation);

    private CachedBlob<string> Cached(bool remembersAbsence = true) =>
        new(
            _blob,
            "nothing",
            download =>
            {
                _parsed++;
                return download.Content.ToString();
            },
            _time)
        {
            RemembersAbsence = remembersAbsence,
        };

    private async Task UploadAsync(string text) => await _blob.UploadAsync(new BinaryData(text), overwrite: true, Cancellation);
}
