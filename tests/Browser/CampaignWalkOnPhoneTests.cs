using Dissemination.Tests.Browser.Walk;

namespace Dissemination.Tests.Browser;

/// <summary>A campaign on a phone that runs no scripts, in Vietnamese.</summary>
public sealed class CampaignWalkOnPhoneTests(WalkedChannels rooms, BrowserFixture browser) : IClassFixture<WalkedChannels>
{
    [Fact]
    public Task What_was_dropped_is_posted_as_it_was_seen_and_then_corrected_and_withdrawn() =>
        new WholeWay(rooms, browser).WalkAsync(new(Width: 360, "vi", Script: false));
}
