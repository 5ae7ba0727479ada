using Dissemination.Deliveries;
using Dissemination.Simulators.Faults;

namespace Dissemination.Tests.Flow;

/// <summary>A voice message whose outcome is lost, or whose approval is taken back while it is under way.</summary>
[Collection(VoiceTogether.Name)]
public sealed class VoiceSendingTests(VoiceSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_voice_whose_outcome_is_lost_is_uncertain_and_never_sent_again_by_itself()
    {
        const string Text = "mat-tin.1.vi";
        await site.PublishTextAsync("mat-tin", "Mất tin", "Câu duy nhất.");
        await site.ReadAloudAsync(Text);
        await site.ApproveVoiceAsync(Text);
        site.Telegram.FailNext(new CallFault.Cut(Accept: true));
        await site.PublishAsync();
        await site.PublishAsync();

        Assert.Equal(DeliveryState.Uncertain, (await site.DeliveryAsync($"{Text}.bung-lao.tieng")).State);
        Assert.Single(site.Voices("Mất tin"));
    }

    [Theory]
    [InlineData("dang-gui", true)]
    [InlineData("khong-ro", false)]
    public async Task A_voice_that_was_under_way_when_its_approval_was_taken_back_is_taken_down_when_it_is_there(string item, bool arrives)
    {
        var (text, title) = ($"{item}.1.vi", $"Tiếng {item}");
        await site.PublishTextAsync(item, title, "Câu duy nhất.");
        await site.ReadAloudAsync(text);
        await site.ApproveVoiceAsync(text);
        await site.PublishAsync();
        var sent = await site.DeliveryAsync($"{text}.bung-lao.tieng");
        await LeaveAsync(sent with
        {
            State = DeliveryState.Sending,
            EndedAt = null,
            Reference = null,
            SendingUntil = site.Time.GetUtcNow().AddMinutes(1),
        });
        using var staff = site.Visit("can-bo");
        using var back = await staff.PostAsync($"/recordings/{text}", $"/recordings/{text}/take-back", ("reason", "đọc sai tên"));
        await site.PublishAsync();
        Assert.Single(site.Voices(title));

        await LeaveAsync(arrives ? sent : sent with { State = DeliveryState.Uncertain, Reference = null });
        site.Time.Advance(TimeSpan.FromSeconds(61));
        await site.PublishAsync();
        if (arrives)
        {
            Assert.Empty(site.Voices(title));
            return;
        }

        await site.Get<DeliveryCommands>().ExecuteAsync(
            new DeliveryCommand.SeenThere(), [sent.Id], await site.PersonAsync("bung-lao-1"), Cancellation);
        await site.PublishAsync();
        Assert.True((await site.DeliveryAsync($"{text}.bung-lao.tieng.remove")).IsByHand);
    }

    /// <summary>Stores a delivery as its sender would.</summary>
    private async Task LeaveAsync(Delivery delivery)
    {
        var read = (await site.Get<DeliveryCommands>().FindAsync(delivery.Id, Cancellation))!;
        Assert.Single(await site.Get<DeliveryLedger>().WriteAsync([(read, delivery)], Cancellation));
    }
}
