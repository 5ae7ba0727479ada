using Dissemination.Channels.Facebook;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookOptionsTests
{
    [Fact]
    public void What_is_set_by_default_is_valid() => Assert.True(IsValid(new()));

    [Theory]
    [InlineData("graph.facebook.com")]
    [InlineData("ftp://graph.facebook.com")]
    [InlineData("https://graph.facebook.com/v24.0")]
    public void An_address_that_is_none_or_has_a_path_is_refused(string address) =>
        Assert.False(IsValid(new() { BaseUrl = address }));

    [Theory]
    [InlineData("")]
    [InlineData("24.0")]
    [InlineData("v24")]
    [InlineData("v24.0/me")]
    public void A_version_that_is_none_is_refused(string version) => Assert.False(IsValid(new() { Version = version }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://v.example/s)")]
    public void Where_no_secret_of_the_app_is_to_be_had_none_is_used(string? setting)
    {
        var options = new FacebookOptions { AppId = "1000", AppSecret = setting };

        Assert.Null(options.Secret);
        Assert.Null(options.AppToken);
        Assert.True(IsValid(options));
    }

    [Fact]
    public void Waits_that_make_no_sense_are_refused()
    {
        Assert.False(IsValid(new() { ThrottleWait = TimeSpan.Zero }));
        Assert.False(IsValid(new() { NearLimitPause = TimeSpan.FromSeconds(-1) }));
        Assert.False(IsValid(new() { ClockMargin = TimeSpan.FromSeconds(-1) }));
        Assert.False(IsValid(new() { ReadBackPages = 0 }));
    }

    [Fact]
    public void What_is_refused_is_named()
    {
        var refused = new FacebookOptionsValidator().Validate(name: null, new() { Version = "24.0", ReadBackPages = 0 });

        Assert.Contains("FacebookOptions.Version has to be a version like v24.0.", refused.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("FacebookOptions.ReadBackPages", refused.FailureMessage, StringComparison.Ordinal);
    }

    private static bool IsValid(FacebookOptions options) => new FacebookOptionsValidator().Validate(name: null, options).Succeeded;
}
