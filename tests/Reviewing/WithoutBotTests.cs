using System.Net;
using Dissemination.Content;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Reviewing;

/// <summary>The program as it is where nobody switched the bot on.</summary>
public sealed class WithoutBotTests(WithoutBotTests.House house) : IClassFixture<WithoutBotTests.House>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_there_is_no_webhook_and_no_message_and_no_call_and_the_inbox_has_it_all_the_same()
    {
        await house.HandInAsync(
            "items/khong-bot.md", SampleFiles.Article("Không bot", "Bà con trồng 40.000 ha.", frontMatter: "communes: [bung-lao]"));
        var (id, editor) = (VersionId.Parse("khong-bot.1.blt-Tavt", null), await house.PersonAsync("bung-lao-1"));
        await house.Get<TranslationService>().DraftAsync(id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha."), editor, ETag.All, Cancellation);
        var submitted = await house.Get<TranslationService>().SubmitAsync(id, editor, ETag.All, Cancellation);
        Assert.True(submitted.IsDone, submitted.Problem?.Code);

        await house.Get<ReviewerCalls>().CallAsync(Cancellation);

        Assert.Empty(
            await house.Store.Editorial
                .StartingWithAsync(Keys.Editorial, KeysOfReviewing.ReviewNewsPrefix, ContentJson.Default.VersionDue, Cancellation)
                .ToListAsync(Cancellation));
        Assert.Empty((await house.Store.ReviewerCalls.PeekMessagesAsync(32, Cancellation)).Value);
        Assert.Equal(0, house.Telegram.Calls);
        using HttpClient http = new();
        using var content = new StringContent("""{"update_id":1}""");
        using var answer = await http.PostAsync(new Uri(house.Address, ReviewerConnections.Path), content, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            (await house.Get<TranslationService>().InboxAsync(id.Language, null, Cancellation)).Rows,
            row => row.Value.Version == id && row.Value.State is TranslationState.InReview);
    }

    /// <summary>Served on a port.</summary>
    public sealed class House : Rooms
    {
        internal Uri Address { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Address = await ServeAsync();
        }
    }
}
