using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Tests.Deliveries;

public sealed class HalfPostsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly Delivery Half = Of(1, DeliveryState.Replaced) with { Progress = "-1001/7" };

    [Theory]
    [InlineData(DeliveryState.Due)]
    [InlineData(DeliveryState.Withdrawn)]
    [InlineData(DeliveryState.Replaced)]
    internal void What_gave_its_place_to_a_correction_that_nobody_made_is_there_still(DeliveryState correction) =>
        Assert.Equal(
            [Half with { State = DeliveryState.Withdrawn }], HalfPosts.Uncorrected([Half, Of(2, correction, corrects: Half)]));

    [Fact]
    public void What_was_corrected_is_not_whatever_became_of_the_correction()
    {
        var made = Of(2, DeliveryState.Delivered, corrects: Half) with { ConfirmedBy = new("bung-lao-1"), EndedAt = Now };
        var corrected = made with { State = DeliveryState.Replaced, PostedAt = Now };

        Assert.Empty(HalfPosts.Uncorrected([Half, made]));
        Assert.Empty(HalfPosts.Uncorrected([Half, corrected, Of(3, DeliveryState.Due, corrects: made)]));
    }

    [Fact]
    public void What_went_out_whole_or_not_at_all_is_none() =>
        Assert.Empty(HalfPosts.Uncorrected([Half with { Progress = null }, Half with { State = DeliveryState.Delivered }]));

    private static Delivery Of(int revision, DeliveryState state, Delivery? corrects = null)
    {
        var id = new DeliveryId(new(new("mac-ca"), revision, LanguageTag.Vietnamese), new(new("bung-lao"), "telegram"));
        return new()
        {
            Id = id,
            Channel = ChannelKind.Telegram,
            Action = corrects is null ? DeliveryAction.Post : DeliveryAction.Edit,
            HandedOver = corrects is not null,
            Target = corrects?.Id,
            Lane = "telegram_tinh",
            State = state,
            PlannedAt = Now,
            Link = LinkCode.Of(id).ToString(),
        };
    }
}
