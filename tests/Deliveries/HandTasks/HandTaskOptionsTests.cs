using System.Globalization;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dissemination.Tests.Deliveries.HandTasks;

public sealed class HandTaskOptionsTests
{
    [Theory]
    [InlineData("1.00:00:00", true)]
    [InlineData("00:00:01", true)]
    [InlineData("00:00:00", false)]
    [InlineData("-1.00:00:00", false)]
    public void A_task_is_late_only_after_some_time(string lateAfter, bool isValid)
    {
        var options = new HandTaskOptions { LateAfter = TimeSpan.Parse(lateAfter, CultureInfo.InvariantCulture) };

        Assert.Equal(isValid, new HandTaskOptionsValidator().Validate(name: null, options).Succeeded);
    }

    [Fact]
    public void A_setting_that_is_no_time_is_named()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("HandTasks:LateAfter", "soon")]).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddDeliveries().BuildServiceProvider();

        var failure = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IOptions<HandTaskOptions>>().Value);
        Assert.Contains("HandTasks:LateAfter", failure.Message, StringComparison.Ordinal);
    }
}
