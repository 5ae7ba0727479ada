using System.Net;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using Dissemination.Intake;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Translation.Recordings;
using Dissemination.Tests.Web;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Flow;

/// <summary>The program served on a port, with a chat that gets what is read aloud.</summary>
public sealed partial class VoiceSite : Rooms
{
    public const long Chat = -1001;

    internal Uri Address { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Address = await ServeAsync();
    }

    internal Visitor Visit(string? person = null) => new(Address, person);

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
        destinations: SampleFiles.Destinations + "\nbung-lao,tieng,telegram-voice,Tin thoại xã Búng Lao,-1001,telegram_tinh,");

    private protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["SignIn:Sample"] = "true";

    /// <summary>The ids of the sentences that a page shows, with what it says of each.</summary>
    internal async Task<List<(string Id, string Standing)>> SentencesAsync(string text)
    {
        using var reader = Visit("bung-lao-1");
        var (_, html) = await reader.ReadAsync($"/recordings/{text}");
        return [.. Sentence().Matches(html).Select(match => (match.Groups["id"].Value, match.Groups["standing"].Value.Trim()))];
    }

    /// <summary>One reads all sentences that are missing, and sends them.</summary>
    internal async Task ReadAloudAsync(string text, string person = "bung-lao-1")
    {
        using var reader = Visit(person);
        var page = $"/recordings/{text}";
        foreach (var (at, (id, standing)) in (await SentencesAsync(text)).Index())
        {
            if (standing is "Chưa đọc" or "Câu đã sửa, phải đọc lại")
            {
                using var added = await reader.PostSoundsAsync(page, page + "/sentences", (id, at % 2 == 0 ? Sounds.One : Sounds.Two));
                Assert.True(
                    added.Headers.Location?.OriginalString == page + "?done=recording-added",
                    $"{added.StatusCode}: {await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
        }

        using var sent = await reader.PostAsync(page, page + "/submit");
        Assert.Equal(page + "?done=recording-submitted", sent.Headers.Location?.OriginalString);
    }

    internal async Task ApproveVoiceAsync(string text, string person = "bung-lao-2")
    {
        using var listener = Visit(person);
        var page = $"/recordings/{text}";
        using var approved = await listener.PostAsync(page, page + "/approve");
        Assert.Equal(page + "?done=recording-approved", approved.Headers.Location?.OriginalString);
    }

    internal async Task<List<string>> FilesAsync(string text) =>
        await Store.Container(Containers.Recordings).GetBlobsAsync(
            BlobTraits.None, BlobStates.None, $"{text}/", TestContext.Current.CancellationToken)
            .Select(blob => blob.Name).ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>The voice messages in the chat whose captions say this.</summary>
    internal List<TelegramPost> Voices(string words) =>
        [.. Telegram.Posts.Where(post => post.Voice is not null && post.Text.Contains(words, StringComparison.Ordinal))];

    internal async Task PublishTextAsync(string item, string title, string body, string frontMatter = "")
    {
        await HandInAsync($"items/{item}.md", SampleFiles.Article(title, body, frontMatter: frontMatter));
        await PublishAsync();
    }

    /// <summary>What an answer says, as people read it.</summary>
    internal static async Task<string> WordsAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    internal async Task WithdrawAsync(string item)
    {
        var withdrawn = await Get<ItemCommands>().WithdrawAsync(
            new(item), new("lanh-dao"), "nhầm", Azure.ETag.All, TestContext.Current.CancellationToken);
        Assert.True(withdrawn.IsValid);
    }

    [GeneratedRegex(
        "<li data-sentence=\"(?<id>[0-9a-f]{24})\">.*?data-standing>(?<standing>[^<]*)<",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();
}
