using Dissemination.Reach;

namespace Dissemination.Tests.Reach;

public sealed class CrawlersTests
{
    private const string OnAPhone = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

    /// <summary>The list takes the build of an OPPO phone for a program.</summary>
    private const string NoProgram = "AP3A.240617.008";

    [Theory]
    [InlineData($"Mozilla/5.0 (Linux; Android 14) {OnAPhone} Zalo android/12")]
    [InlineData(
        $"Mozilla/5.0 (Linux; Android 12; RMX3195 Build/SP1A.210812.016; wv) {OnAPhone} Zalo android/12101234 ZaloTheme/light ZaloLanguage/vi")]
    [InlineData($"Mozilla/5.0 (Linux; Android 10; CUBOT_POWER) {OnAPhone}")]
    [InlineData($"Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20 Build/RP1A.200720.011; wv) {OnAPhone}")]
    [InlineData($"Mozilla/5.0 (Linux; U; Android 9; vi-vn; CUBOT X19 Build/PPR1) {OnAPhone}")]
    [InlineData($"Mozilla/5.0 (Linux; Android 15; CPH2557 Build/AP3A.240617.008; wv) {OnAPhone} [FB_IAB/FB4A;FBAV/442.0.0.44.114;]")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS]")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Zalo iOS/634 ZaloLanguage/vn")]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/126.0.190 Chrome/120.0 Safari/537.36")]
    [InlineData("Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5")]
    [InlineData("Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/191.308; U; vi) Presto/2.12.423 Version/12.16")]
    public void Who_opens_a_link_on_a_phone_or_a_computer_is_a_person(string userAgent) =>
        Assert.False(Crawlers.Is(userAgent, purpose: null));

    [Theory]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("TelegramBot (like TwitterBot)")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData($"Mozilla/5.0 (Linux; Android 10; CUBOT_POWER) {OnAPhone} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("FreshRSS/1.24.0 (Linux; https://freshrss.org)")]
    [InlineData("Mozilla/5.0 (compatible; Miniflux/2.2.0; +https://miniflux.app)")]
    [InlineData("Mastodon/4.3.0 (http.rb/5.2.0; +https://social.example/)")]
    [InlineData("Iframely/1.3.1 (+https://iframely.com/docs/about)")]
    [InlineData("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.4266; Pro)")]
    [InlineData("Mozilla/4.0 (compatible; ms-office; MSOffice 16)")]
    [InlineData("Viber/13.5.0")]
    [InlineData("NetNewsWire CFNetwork/1408.0.4 Darwin/22.5.0")]
    [InlineData("Python/3.12 aiohttp/3.9.5")]
    [InlineData("python-httpx/0.27.0")]
    [InlineData("python-requests/2.32.0")]
    [InlineData("Scrapy/2.11.2 (+https://scrapy.org)")]
    [InlineData("GuzzleHttp/7")]
    [InlineData("Dart/3.4 (dart:io)")]
    [InlineData("okhttp/4.12.0")]
    [InlineData("Go-http-client/2.0")]
    [InlineData("Wget/1.21")]
    [InlineData("axios/1.7.2")]
    [InlineData(
        $"Mozilla/5.0 (Linux; Android 7.0; SM-G930V Build/NRD90M) {OnAPhone} (compatible; Google-Read-Aloud; +https://support.google.com/webmasters)")]
    [InlineData("curl/8.5.0")]
    [InlineData("")]
    public void Programs_that_open_links_by_themselves_are_not_people(string userAgent) =>
        Assert.True(Crawlers.Is(userAgent, purpose: null));

    [Fact]
    public void Every_program_that_the_kept_list_shows_is_found()
    {
        using var list = CrawlerList.Read();
        var shown = list.RootElement.EnumerateArray()
            .Where(crawler => crawler.TryGetProperty("instances", out _))
            .SelectMany(crawler => crawler.GetProperty("instances").EnumerateArray())
            .Select(instance => instance.GetString()!)
            .Where(userAgent => !userAgent.Contains(NoProgram, StringComparison.Ordinal))
            .ToList();

        Assert.InRange(shown.Count, 1_000, int.MaxValue);
        Assert.DoesNotContain(shown, userAgent => !Crawlers.Is(userAgent, purpose: null));
    }

    [Fact]
    public void What_a_browser_fetches_before_anybody_asked_is_not_opened() =>
        Assert.True(Crawlers.Is($"Mozilla/5.0 (Linux; Android 14) {OnAPhone}", purpose: "prefetch;prerender"));

    [Fact]
    public void Looking_through_the_whole_list_takes_far_less_than_a_millisecond()
    {
        const int Opens = 1_000;
        const string Person = $"Mozilla/5.0 (Linux; Android 12; RMX3195 Build/SP1A.210812.016; wv) {OnAPhone} Zalo android/12101234";
        Crawlers.Is(Person, purpose: null);

        var each = ProcessorTime.Of(() =>
        {
            for (var open = 0; open < Opens; open++)
            {
                Crawlers.Is(Person, purpose: null);
            }
        }) / Opens;
        TestContext.Current.TestOutputHelper?.WriteLine($"{each.TotalMicroseconds:F1} µs");
        Assert.InRange(each, TimeSpan.Zero, TimeSpan.FromMilliseconds(0.2));
    }
}
