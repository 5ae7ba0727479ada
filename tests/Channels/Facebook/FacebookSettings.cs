using Dissemination.Channels.Facebook;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookSettings
{
    [Fact]
    public void What_is_set_by_default_is_valid() => Assert.True(new FacebookOptions().IsValid);

    [Theory]
    [InlineData("graph.facebook.com")]
    [InlineData("ftp://graph.facebook.com")]
    [InlineData("https://graph.facebook.com/v24.0")]
    public void An_address_that_is_none_or_has_a_path_is_refused(string address) => Assert.False(new FacebookOptions { BaseUrl = address }.IsValid);

    [Theory]
    [InlineData("")]
    [InlineData("24.0")]
    [InlineData("v24")]
    [InlineData("v24.0/me")]
    public void A_version_that_is_none_is_refused(string version) => Assert.False(new FacebookOptions { Version = version }.IsValid);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://v.example/s)")]
    public void Where_no_secret_of_the_app_is_to_be_had_none_is_used(string? setting)
    {
        var options = new FacebookOptions { AppId = "1000", AppSecret = setting };

        Assert.Null(options.Secret);
        Assert.Null(options.AppToken);
        Assert.True(options.IsValid);
    }

    [Fact]
    public void Waits_that_make_no_sense_are_refused()
    {
        Assert.False(new FacebookOptions { ThrottleWait = TimeSpan.Zero }.IsValid);
        Assert.False(new FacebookOptions { NearLimitPause = TimeSpan.FromSeconds(-1) }.IsValid);
        Assert.False(new FacebookOptions { ClockMargin = TimeSpan.FromSeconds(-1) }.IsValid);
        Assert.False(new FacebookOptions { ReadBackPages = 0 }.IsValid);
    }
}
