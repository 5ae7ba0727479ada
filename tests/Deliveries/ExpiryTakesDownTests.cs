using Dissemination.Deliveries;
using Dissemination.Simulators.Facebook;
using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dissemination.Tests.Deliveries;

/// <summary>What an item does when its date has come, where its posts are taken down then.</summary>
public sealed class ExpiryTakesDownTests(ExpiryTakesDownTests.TakingDown rooms) : IClassFixture<ExpiryTakesDownTests.TakingDown>
{
    [Fact]
    public async Task Posts_are_taken_down_and_so_is_what_a_person_says_later_that_he_or_she_posted_in_time()
    {
        await WriteAsync("go-khi-het", "Gỡ khi hết hạn", days: 1);
        await rooms.TickAsync();
        Assert.Equal((1, 1), (rooms.OnTelegram("Gỡ khi hết hạn").Count, rooms.OnFacebook("Gỡ khi hết hạn")));

        rooms.Time.Advance(TimeSpan.FromDays(1.7));
        await rooms.TickAsync();
        await rooms.TickAsync();

        Assert.Equal((0, 0), (rooms.OnTelegram("Gỡ khi hết hạn").Count, rooms.OnFacebook("Gỡ khi hết hạn")));
        Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync("go-khi-het.1.vi", "telegram")).State);

        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "go-khi-het.1.vi", "nhom-ban")).IsDone);
        await rooms.TickAsync();
        Assert.Contains(await rooms.HandTasksAsync(), task => task.Delivery.ToString() == "go-khi-het.1.vi.bung-lao.nhom-ban.remove");
    }

    [Fact]
    public async Task What_is_handed_in_again_before_it_was_taken_down_is_corrected_and_stays()
    {
        await ExpiredAsync("gia-han-kip", "Gia hạn kịp");

        await WriteAsync("gia-han-kip", "Gia hạn kịp", days: 9);
        await rooms.TickAsync();
        rooms.Time.Advance(TimeSpan.FromHours(1));
        await rooms.TickAsync();

        Assert.Equal(1, rooms.OnFacebook("Gia hạn kịp"));
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("gia-han-kip.2.vi", "facebook")).State);
        foreach (var row in (string[])["facebook.remove", "nhom-ban.remove"])
        {
            Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("gia-han-kip.1.vi", row)).State);
        }

        var task = Assert.Single(
            await rooms.HandTasksAsync(),
            entry => entry.Delivery is { Version.Item.Value: "gia-han-kip", Destination.Name: "nhom-ban" });
        Assert.Equal(("gia-han-kip.2.vi.bung-lao.nhom-ban", DeliveryAction.Edit), (task.Delivery.ToString(), task.Action));
    }

    [Fact]
    public async Task What_was_to_be_corrected_and_never_was_is_taken_down_after_all()
    {
        await ExpiredAsync("rut-sau-gia-han", "Rút sau gia hạn");
        rooms.Facebook.FailNext(FacebookFault.ServerError, edge: FacebookEdge.Change);
        await WriteAsync("rut-sau-gia-han", "Rút sau gia hạn", days: 9);
        await rooms.TickAsync();
        Assert.Equal(DeliveryState.Retrying, (await rooms.GetAsync("rut-sau-gia-han.2.vi", "facebook")).State);

        await rooms.WithdrawAsync("rut-sau-gia-han");

        Assert.Equal(0, rooms.OnFacebook("Rút sau gia hạn"));
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("rut-sau-gia-han.1.vi", "facebook.remove")).State);
    }

    [Theory]
    [InlineData("Stay", true)]
    [InlineData("TakenDown", true)]
    [InlineData("7", false)]
    public void The_setting_is_one_of_two(string value, bool isTaken)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Expiry:Posts", value)]).Build());
        services.AddOptions<ExpiryOptions>().BindConfiguration(ExpiryOptions.Section);
        services.AddSingleton<IValidateOptions<ExpiryOptions>, ExpiryOptionsValidator>();
        using var provider = services.BuildServiceProvider();

        Assert.Equal(isTaken, Record.Exception(() => provider.GetRequiredService<IOptions<ExpiryOptions>>().Value) is null);
    }

    /// <summary>Its date has come, Facebook did not take it down yet, and no more did the people of a village group.</summary>
    private async Task ExpiredAsync(string item, string title)
    {
        await WriteAsync(item, title, days: 1);
        await rooms.TickAsync();
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), $"{item}.1.vi", "nhom-ban")).IsDone);
        rooms.Facebook.FailNext(FacebookFault.ServerError, edge: FacebookEdge.Change);
        rooms.Time.Advance(TimeSpan.FromDays(2));
        await rooms.TickAsync();
        var (machine, people) =
            (await rooms.GetAsync($"{item}.1.vi", "facebook.remove"), await rooms.GetAsync($"{item}.1.vi", "nhom-ban.remove"));
        Assert.Equal((DeliveryState.Retrying, DeliveryState.Due), (machine.State, people.State));
    }

    private Task WriteAsync(string item, string title, int days)
    {
        var until = LocalTime.DayOf(rooms.Time.GetUtcNow().AddDays(days)).ToString("yyyy-MM-dd", null);
        return rooms.WriteAsync(item, title, $"communes: [bung-lao]\nexpiresAt: {until}");
    }

    public sealed class TakingDown : AllChannels
    {
        private protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Configuration.AddInMemoryCollection([new("Expiry:Posts", "TakenDown")]);
        }
    }
}
