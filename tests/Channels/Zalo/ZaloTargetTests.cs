using Dissemination.Channels.Zalo;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloTargetTests
{
    [Fact]
    public void An_address_says_what_it_is()
    {
        Assert.Equal(new ZaloTarget.Group("4a9bada229cec09099df"), ZaloTarget.Parse("group:4a9bada229cec09099df"));
        Assert.Equal(new ZaloTarget.Group("4a9bada229cec09099df"), ZaloTarget.Parse("4a9bada229cec09099df"));
        Assert.Equal(new ZaloTarget.Articles(), ZaloTarget.Parse("articles"));
        Assert.Equal(new ZaloTarget.Broadcast(), ZaloTarget.Parse("broadcast"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("group:")]
    [InlineData("group:a b")]
    [InlineData("page:12")]
    [InlineData("nhóm")]
    [InlineData("group:group:a")]
    [InlineData("https://zalo.me/g/abc")]
    public void Anything_else_is_none(string address) => Assert.Null(ZaloTarget.Parse(address));
}
