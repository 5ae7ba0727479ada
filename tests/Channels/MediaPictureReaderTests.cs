using Azure.Core;
using Azure.Core.Pipeline;
using Dissemination.Channels;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels;

public sealed class MediaPictureReaderTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_that_goes_to_many_destinations_is_read_once()
    {
        var reads = new Reads();
        var pictures = await PicturesAsync(reads);

        for (var destination = 0; destination < 45; destination++)
        {
            await ReadAsync(pictures, 0, 1, 2);
        }

        Assert.Equal(3, reads.Count);
    }

    [Fact]
    public async Task Only_the_last_few_pictures_are_kept()
    {
        var reads = new Reads();
        var pictures = await PicturesAsync(reads);
        await ReadAsync(pictures, [.. Enumerable.Range(0, MediaPictureReader.Kept)]);

        // The first is asked for again, so the second is the one that has to go.
        await ReadAsync(pictures, 0);
        await ReadAsync(pictures, MediaPictureReader.Kept);
        await ReadAsync(pictures, 0);
        Assert.Equal(MediaPictureReader.Kept + 1, reads.Count);

        await ReadAsync(pictures, 1);
        Assert.Equal(MediaPictureReader.Kept + 2, reads.Count);
    }

    [Fact]
    public async Task A_post_waits_for_a_picture_while_storage_is_away_and_not_for_one_that_is_gone()
    {
        var away = new AwayStorage();
        var pictures = new MediaPictureReader(storage.With(away));
        PostPicture[] wanted = [new("khong-co.png", "image/png", "")];

        Assert.IsType<SendOutcome.Later>((await pictures.ReadAsync(wanted, Cancellation)).Lacking);

        away.IsBack = true;
        Assert.IsType<SendOutcome.Rejected>((await pictures.ReadAsync(wanted, Cancellation)).Lacking);
    }

    private async Task<MediaPictureReader> PicturesAsync(Reads reads)
    {
        for (var number = 0; number <= MediaPictureReader.Kept; number++)
        {
            await storage.Store.Container(Containers.Media).GetBlobClient($"nho-{number}.png")
                .UploadAsync(new BinaryData([(byte)number]), overwrite: true, Cancellation);
        }

        return new(storage.With(reads));
    }

    private static async Task ReadAsync(MediaPictureReader pictures, params int[] numbers)
    {
        var (read, lacking) = await pictures.ReadAsync(
            numbers.Select(number => new PostPicture($"nho-{number}.png", "image/png", "")), Cancellation);
        Assert.Null(lacking);
        Assert.All(numbers, number => Assert.Equal([(byte)number], read[$"nho-{number}.png"].ToArray()));
    }

    private sealed class Reads : HttpPipelineSynchronousPolicy
    {
        public int Count { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => Count++;
    }
}
