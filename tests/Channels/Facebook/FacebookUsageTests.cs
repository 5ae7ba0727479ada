using Dissemination.Channels.Facebook;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookUsageTests
{
    [Fact]
    public void The_nearest_limit_and_the_longest_time_count()
    {
        var usage = Of(
            app: """{"call_count":28,"total_time":25,"total_cputime":25}""",
            page: """{"call_count":10,"total_time":91,"total_cputime":5}""",
            business: """{"1":[{"type":"pages","call_count":40,"total_cputime":20,"total_time":20,"estimated_time_to_regain_access":3}],"2":[{"type":"pages","call_count":1,"estimated_time_to_regain_access":19}]}""");

        Assert.Equal(new FacebookUsage(91, TimeSpan.FromMinutes(19)), usage);
    }

    [Theory]
    [InlineData("""{"call_count":90}""", 90)]
    [InlineData("""{"total_time":90}""", 90)]
    [InlineData("""{"total_cputime":90}""", 90)]
    [InlineData("""{"call_count":12.5}""", 12.5)]
    public void Each_of_the_three_figures_may_be_the_nearest(string header, double percent) =>
        Assert.Equal(percent, Of(app: header).Percent);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"call_count":"many"}""")]
    public void What_cannot_be_read_says_nothing(string? header)
    {
        Assert.Equal(FacebookUsage.None, Of(header, header, header));
        Assert.Equal(50, Of(page: """{"call_count":50}""", app: header, business: header).Percent);
    }

    [Theory]
    [InlineData("""{"1":null}""")]
    [InlineData("""{"1":[]}""")]
    [InlineData("""{"1":[{"estimated_time_to_regain_access":0}]}""")]
    public void A_business_without_figures_says_nothing(string header) => Assert.Equal(FacebookUsage.None, Of(business: header));

    [Fact]
    public void A_pause_begins_at_80_percent_and_grows_to_its_longest()
    {
        var options = new FacebookOptions { NearLimitPause = TimeSpan.FromSeconds(21) };

        Assert.Equal(
            [null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(20), options.ThrottleWait, options.ThrottleWait],
            ((double[])[79, 80, 90, 99, 100, 130]).Select(percent => Rounded(new FacebookUsage(percent, null).Pause(options))));
        Assert.Equal(TimeSpan.FromMinutes(2), new FacebookUsage(5, TimeSpan.FromMinutes(2)).Pause(options));
    }

    private static TimeSpan? Rounded(TimeSpan? pause) =>
        pause is { } time ? TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds)) : null;

    private static FacebookUsage Of(string? app = null, string? page = null, string? business = null) =>
        FacebookUsage.Of(name => name switch
    {
        FacebookUsage.AppHeader => app,
        FacebookUsage.PageHeader => page,
        FacebookUsage.BusinessHeader => business,
        _ => null,
    });
}
