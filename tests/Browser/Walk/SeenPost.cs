using System.Collections.Immutable;
using System.Text.Json;
using Dissemination.Simulators.Telegram;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser.Walk;

/// <summary>A post as a page shows it before it goes out.</summary>
/// <param name="Channel">As the page names it.</param>
/// <param name="Messages">What its readers get, one after the other.</param>
internal sealed record SeenPost(string Channel, ImmutableArray<SeenMessage> Messages)
{
    /// <summary>Reads a post out of the page: its words, which letters of them have a style, and how many pictures stand with them.</summary>
    private const string Read = """
        posts => JSON.stringify(posts.map(post => ({
          channel: post.querySelector('summary').firstChild.textContent.trim(),
          messages: Array.from(post.querySelectorAll('.bubble')).map(bubble => {
            const words = bubble.querySelector('.asis, .entry');
            const styled = [];
            let at = 0;
            const walk = (node, styles) => {
              if (node.nodeType === Node.TEXT_NODE) {
                for (let each = 0; each < node.data.length; each++, at++) {
                  if (styles.length > 0) { styled.push(at + ' ' + styles.slice().sort().join(' ')); }
                }
                return;
              }
              const own = { STRONG: 'bold', EM: 'italic', A: 'text_link ' + node.getAttribute('href') }[node.tagName];
              node.childNodes.forEach(child => walk(child, own ? styles.concat(own) : styles));
            };
            if (words.className !== 'entry') { walk(words, []); }
            return { text: words.textContent, styles: styled.join('\n'), pictures: bubble.querySelectorAll('img').length };
          }),
        })))
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Unfolds each post of a page, as a person who looks does, and reads it.</summary>
    public static async Task<ImmutableArray<SeenPost>> AllOfAsync(IPage page)
    {
        var posts = page.Locator("details.seen");
        for (var number = 0; number < await posts.CountAsync(); number++)
        {
            if (await posts.Nth(number).GetAttributeAsync("open") is null)
            {
                await posts.Nth(number).Locator("summary").ClickAsync();
            }

            await Assertions.Expect(posts.Nth(number).Locator(".bubble").First).ToBeVisibleAsync();
        }

        return JsonSerializer.Deserialize<ImmutableArray<SeenPost>>(await posts.EvaluateAllAsync<string>(Read), Json);
    }

    /// <summary>What a chat holds, an album as the one message that its readers see.</summary>
    public static IEnumerable<SeenMessage> Of(IEnumerable<TelegramPost> posts) =>
        from post in posts
        group post by post.Album ?? post.Message into album
        let first = album.First()
        select new SeenMessage(first.Text, Styles(first), album.Count(post => post.Photo is not null));

    private static string Styles(TelegramPost post) => string.Join(
        '\n',
        from at in Enumerable.Range(0, post.Text.Length)
        let over = post.Entities.Where(entity => entity.Offset <= at && at < entity.Offset + entity.Length).Select(Style).ToList()
        where over.Count > 0
        select $"{at} {string.Join(' ', over.Order(StringComparer.Ordinal))}");

    private static string Style(TelegramEntity entity) => entity.Url is { } url ? $"{entity.Type} {url}" : entity.Type;
}
