using System.Text.Json;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Tests.Deliveries.Waiting;

public sealed class WaitingHeadTests
{
    [Theory]
    [InlineData(DeliveryState.Held, nameof(ProblemTexts.WaitsForCommune), 0)]
    [InlineData(DeliveryState.Held, null, 0)]
    [InlineData(DeliveryState.Held, nameof(ProblemTexts.TranslationNotApproved), 1)]
    [InlineData(DeliveryState.Due, nameof(ProblemTexts.ChannelNotAvailable), 0)]
    internal void A_row_tells_how_many_of_its_posts_nobody_of_the_commune_can_let_go(DeliveryState state, string? reason, int elsewhere)
    {
        var row = new WaitingRow
        {
            Commune = new("bung-lao"),
            Version = VersionId.Parse("mac-ca.1.vi", null),
            Kind = ItemKind.Article,
            Headline = "Mắc ca",
            State = state,
            Since = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero),
            Places =
            [
                new("telegram", ChannelKind.Telegram, "Kênh xã", DeliveryAction.Post, reason is null ? null : new Problem(reason)),
                new("zalo", ChannelKind.Zalo, "Nhóm xã", DeliveryAction.Post, new(nameof(ProblemTexts.WaitsForCommune))),
            ],
        };

        var head = JsonSerializer.Deserialize(row.HeadJson, DeliveriesJson.Default.WaitingHead)!;

        Assert.Equal((2, elsewhere), (head.All, head.Elsewhere));
    }
}
