using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Tests.Deliveries;

public sealed class EarlierRemovalsTests
{
    private static readonly Delivery Post = new()
    {
        Id = DeliveryId.Parse("mac-ca.1.vi.bung-lao.facebook", null),
        Channel = ChannelKind.Facebook,
        Lane = "l",
        State = DeliveryState.Delivered,
        Link = "l",
        Reference = "1_2",
    };

    [Theory]
    [InlineData(null, DeliveryState.Delivered, false)]
    [InlineData(DeliveryState.Due, DeliveryState.Delivered, true)]
    [InlineData(DeliveryState.Retrying, DeliveryState.Delivered, true)]
    [InlineData(DeliveryState.Failed, DeliveryState.Delivered, true)]
    [InlineData(DeliveryState.Replaced, DeliveryState.Delivered, false)]
    [InlineData(DeliveryState.Sending, DeliveryState.Uncertain, false)]
    [InlineData(DeliveryState.Uncertain, DeliveryState.Uncertain, false)]
    [InlineData(DeliveryState.Delivered, null, false)]
    internal void What_is_corrected_stands_as_its_removal_left_it(DeliveryState? removal, DeliveryState? standing, bool givesWay)
    {
        var removing = removal is { } state ? RemovalOf(Post, state) : null;

        Assert.Equal(standing, EarlierRemovals.Standing(Post, removing)?.State);
        Assert.Equal(givesWay, removing is not null && EarlierRemovals.GivesWay(removing));
    }

    [Fact]
    public void An_earlier_voice_is_taken_down_in_any_case()
    {
        var voice = Post with { Channel = ChannelKind.TelegramVoice };

        Assert.Equal(voice, EarlierRemovals.Standing(voice, RemovalOf(voice, DeliveryState.Sending)));
        Assert.False(EarlierRemovals.GivesWay(RemovalOf(voice, DeliveryState.Due)));
    }

    private static Delivery RemovalOf(Delivery post, DeliveryState state) => post with
    {
        Id = post.Id with { Removes = true },
        Action = DeliveryAction.Remove,
        Target = post.Id,
        State = state,
    };
}
