using System.Net;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using SkiaSharp;

namespace Dissemination.Tests.Web;

public sealed class PhotographTests(Site site) : IClassFixture<Site>
{
    private const string Item = "anh-chup";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photograph_is_drawn_anew_and_smaller_seen_by_staff_and_gone_with_the_confirmation()
    {
        await site.HandInAsync(
            $"items/{Item}.md",
            SampleFiles.Article("Ảnh chụp", frontMatter: "communes: [muong-cha]")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        await site.PublishAsync();
        var task = await site.HandTaskAsync("muong-cha", Item);
        var page = $"/hand-tasks/{task}";
        using var visitor = site.Visit("muong-cha-1");
        using var words = await visitor.PostSoundsAsync(page, page + "/confirm", ("photograph", "không phải ảnh"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, words.StatusCode);
        Assert.Empty(await FilesAsync());

        using var sent = await visitor.PostSoundsAsync(page, page + "/confirm", ("photograph", Photograph()));
        Assert.EndsWith("done=confirmed", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var again = await visitor.PostSoundsAsync(page, page + "/confirm", ("photograph", Photograph(width: 300)));

        Assert.StartsWith($"{task}/", Assert.Single(await FilesAsync()), StringComparison.Ordinal);
        using var staff = site.Visit(Site.Staff);
        Assert.Contains($"<img src=\"{page}/photograph\"", (await staff.ReadAsync(page)).Html, StringComparison.Ordinal);
        var (_, places) = await staff.ReadAsync($"/items/{Item}/deliveries?state=delivered");
        Assert.Contains("Ảnh xác nhận", places, StringComparison.Ordinal);
        using var picture = await staff.GetAsync(page + "/photograph");
        var bytes = await picture.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var seen = SKBitmap.Decode(bytes);
        Assert.Equal((1280, 640), (seen.Width, seen.Height));
        using var stranger = site.Visit("na-bung-1");
        using var refused = await stranger.GetAsync(page + "/photograph");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var back = await visitor.PostAsync(page, page + "/take-back");
        Assert.Empty(await FilesAsync());
        using var gone = await staff.GetAsync(page + "/photograph");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    /// <summary>With what a camera writes into it.</summary>
    private static byte[] Photograph(int width = 2000)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, width / 2, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.SeaGreen);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        var jpeg = data.ToArray();
        byte[] exif = [0xFF, 0xE1, 0, 16, .. "Exif\0\0II*\0\b\0\0\0"u8];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    private ValueTask<List<string>> FilesAsync() =>
        site.Store.Container(Containers.Photographs).GetBlobsAsync(cancellationToken: Cancellation)
            .Select(blob => blob.Name).ToListAsync(Cancellation);
}
