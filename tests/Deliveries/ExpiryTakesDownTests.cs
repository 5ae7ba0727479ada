using Dissemination.Deliveries;
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
        var until = LocalTime.DayOf(rooms.Time.GetUtcNow().AddDays(1)).ToString("yyyy-MM-dd", null);
        await rooms.WriteAsync("go-khi-het", "Gỡ khi hết hạn", $"communes: [bung-lao]\nexpiresAt: {until}");
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

    public sealed class TakingDown : AllChannels
    {
        private protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Configuration.AddInMemoryCollection([new("Expiry:Posts", "TakenDown")]);
        }
    }
}
