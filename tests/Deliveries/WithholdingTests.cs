using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Tests.Deliveries;

public sealed class WithholdingTests
{
    private static readonly Problem Variant = new(nameof(ProblemTexts.VariantNotApproved));
    private static readonly Problem Commune = new(nameof(ProblemTexts.WaitsForCommune));
    private static readonly Problem Translation = new(nameof(ProblemTexts.TranslationNotApproved));

    [Theory]
    [InlineData(DeliveryState.Due)]
    [InlineData(DeliveryState.Retrying)]
    internal void What_is_not_out_waits_for_the_variant(DeliveryState state)
    {
        var held = Withholding.Hold(Delivery(state), Variant)!;
        Assert.Equal((DeliveryState.Held, Variant), (held.State, held.Reason!));
    }

    [Theory]
    [InlineData(DeliveryState.Sending)]
    [InlineData(DeliveryState.Delivered)]
    [InlineData(DeliveryState.Uncertain)]
    [InlineData(DeliveryState.Failed)]
    [InlineData(DeliveryState.Withdrawn)]
    [InlineData(DeliveryState.Replaced)]
    internal void What_is_out_or_has_ended_stays_as_it_is(DeliveryState state) => Assert.Null(Withholding.Hold(Delivery(state), Variant));

    [Fact]
    public void Taking_down_waits_for_no_words() =>
        Assert.Null(Withholding.Hold(Delivery(DeliveryState.Due) with { Action = DeliveryAction.Remove }, Variant));

    [Fact]
    public void What_waits_for_its_commune_waits_for_the_variant_first_and_for_nothing_else_first()
    {
        var held = Delivery(DeliveryState.Held, Commune);

        Assert.Equal(Variant, Withholding.Hold(held, Variant)?.Reason);
        Assert.Null(Withholding.Hold(held with { Reason = Variant }, Variant));
        Assert.Null(Withholding.Hold(held, Translation));
    }

    [Fact]
    public void An_approved_variant_lets_go_and_is_confirmed_where_its_commune_confirms()
    {
        var held = Delivery(DeliveryState.Held, Variant);

        Assert.Equal(DeliveryState.Due, Withholding.Resume(held, Delivery(DeliveryState.Due))?.State);
        var waiting = Withholding.Resume(held, Delivery(DeliveryState.Held, Commune))!;
        Assert.Equal((DeliveryState.Held, Commune), (waiting.State, waiting.Reason!));
    }

    [Fact]
    public void A_version_that_is_planned_again_holds_what_its_commune_has_an_open_variant_for()
    {
        var planned = Delivery(DeliveryState.Held, Variant);

        Assert.Equal(Variant, Withholding.Resume(Delivery(DeliveryState.Due), planned)?.Reason);
        Assert.Equal(Variant, Withholding.Resume(Delivery(DeliveryState.Held, Translation), planned)?.Reason);
        Assert.Null(Withholding.Resume(Delivery(DeliveryState.Delivered), planned));
    }

    [Fact]
    public void What_an_approval_held_back_goes_on_and_what_waits_for_its_commune_goes_on_waiting()
    {
        Assert.Equal(
            DeliveryState.Due, Withholding.Resume(Delivery(DeliveryState.Held, Translation), Delivery(DeliveryState.Held, Commune))?.State);
        Assert.Null(Withholding.Resume(Delivery(DeliveryState.Held, Commune), Delivery(DeliveryState.Held, Commune)));
    }

    private static Delivery Delivery(DeliveryState state, Problem? reason = null)
    {
        var id = DeliveryId.Parse("mac-ca.1.blt-Tavt.bung-lao.telegram", null);
        return new()
        {
            Id = id,
            Channel = ChannelKind.Telegram,
            Lane = "telegram_tinh",
            State = state,
            Reason = reason,
            PlannedAt = default,
            Link = LinkCode.Of(id).ToString(),
        };
    }
}
