using System.Net;
using System.Text;
using System.Text.Json;
using Dissemination.Content;
using Dissemination.Reviewing;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Web.Public;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Reviewing;

/// <summary>The program with a bot for reviewers, served on a port. Telegram brings its updates by the tests' hands.</summary>
public sealed class ReviewerHouse : Rooms
{
    public const string Token = "777:reviewers";
    public const string Secret = "A_secret-of-this-test";

    /// <summary>Who drafts.</summary>
    public const long Editor = 101;

    public const long Reviewer = 102;

    public const long OtherReviewer = 103;

    public const string Source = "Bà con trồng 40.000 ha. Xã hướng dẫn. Nhà nào cũng làm.";

    internal const string People = """
        id,name,roles,commune,languages,telegram
        can-bo,Cán bộ tuyên giáo,staff,,,100
        lanh-dao,Lãnh đạo ban,approver,,,
        bung-lao-1,Cán bộ truyền thông xã Búng Lao,communicator,bung-lao,vi;blt-Tavt,101
        bung-lao-2,Cán bộ văn hoá xã Búng Lao,communicator,bung-lao,vi;blt-Tavt,102
        bung-lao-3,Cán bộ trẻ xã Búng Lao,communicator,bung-lao,vi;blt-Tavt,103
        bung-lao-4,Cán bộ không dùng Telegram xã Búng Lao,communicator,bung-lao,vi;blt-Tavt,
        na-bung-1,Cán bộ truyền thông xã Nà Bủng,communicator,na-bung,vi;hmn-Latn-x-chv,104
        """;

    private static readonly VersionText Words = new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha. ꪣꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪉ.");

    private readonly HttpClient _http = new();

    internal Uri Address { get; private set; } = null!;

    private TranslationService Translations => Get<TranslationService>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Address = await ServeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>An article that waits for a review of its Thái text, and its reviewers know it.</summary>
    internal async Task<VersionId> SubmittedAsync(string item)
    {
        var id = await DraftedAsync(item);
        await SubmitAsync(id);
        await CallAsync();
        return id;
    }

    internal async Task<VersionId> DraftedAsync(string item)
    {
        await HandInAsync($"items/{item}.md", SampleFiles.Article($"Tin {item}", Source, frontMatter: "communes: [bung-lao]"));
        var id = VersionId.Parse($"{item}.1.blt-Tavt", null);
        Assert.True((await Translations.DraftAsync(id, Words, await PersonAsync("bung-lao-1"), ETag.All, CancellationToken.None)).IsDone);
        return id;
    }

    internal async Task SubmitAsync(TextId id)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var submitted = await Translations.SubmitAsync(id, await PersonAsync("bung-lao-1"), ETag.All, CancellationToken.None);
        Assert.True(submitted.IsDone, submitted.Problem?.Code);
    }

    /// <summary>The timer fires and the queue is worked off, as far as it can be now.</summary>
    internal async Task CallAsync()
    {
        await Get<ReviewerCalls>().CallAsync(CancellationToken.None);
        await TellAsync();
    }

    internal async Task TellAsync()
    {
        await foreach (var message in TakeAsync(Store.ReviewerCalls))
        {
            await Get<ReviewNotifier>()
                .SeeToAsync(JsonSerializer.Deserialize(message, ReviewingJson.Default.ReviewerCall)!, CancellationToken.None);
        }
    }

    /// <summary>What somebody's chat holds about an item.</summary>
    internal IReadOnlyList<TelegramPost> Chat(long person, VersionId id) =>
        [.. Telegram.Posts.Where(
            post => post.Token == Token && post.Chat == person && post.Text.Contains($"Tin {id.Item}\n", StringComparison.Ordinal))];

    internal TelegramPost Last(long person) => Telegram.Posts.Last(post => post.Token == Token && post.Chat == person);

    /// <summary>Somebody presses a button of a message, and reads the answer.</summary>
    internal async Task<TelegramPressAnswer?> PressAsync(TelegramPost post, string button, long by, string language = "vi")
    {
        var update = TelegramUpdates.Press(post, DataOf(post, button), by, language);
        Assert.Equal(HttpStatusCode.OK, await BringAsync(update));
        return AnswerTo(update);
    }

    internal TelegramPressAnswer? AnswerTo(string update) =>
        Telegram.Answers.LastOrDefault(answer => answer.Press == TelegramUpdates.PressOf(update));

    internal static string DataOf(TelegramPost post, string button) =>
        post.Buttons.Single(one => one.Data?.StartsWith($"{button}:", StringComparison.Ordinal) == true).Data!;

    /// <summary>Brings an update to the program, as Telegram would.</summary>
    internal async Task<HttpStatusCode> BringAsync(string update, string? secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, ReviewerConnections.Path))
        {
            Content = new StringContent(update, Encoding.UTF8, "application/json"),
        };
        if (secret is not null)
        {
            request.Headers.Add(ReviewerWebhook.SecretHeader, secret);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    internal async Task<TranslatedVersion> StandingAsync(TextId id) => (await TranslationAsync(id.ToString())).Value;

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(people: People);

    private protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Review:Telegram:BaseUrl"] = Telegram.BaseUrl,
            ["Review:Telegram:Token"] = Token,
            ["Review:Telegram:Secret"] = Secret,
        });
        builder.Configuration["SignIn:Sample"] = "true";
    }
}
