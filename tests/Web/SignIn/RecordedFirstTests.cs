using Azure;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Tests.Channels;
using Dissemination.Web.SignIn;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>
/// Acts that lie in no table stand in the record before they are done: what a crash cuts off is told and not done, never done and not told.
/// </summary>
public sealed class RecordedFirstTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static readonly Person Staff = new(new("can-bo-ghi-truoc"), "Cán bộ", [Role.Staff], Commune: null, Languages: []);

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    /// <summary>The same tables, and no container that could be written into.</summary>
    private readonly Store _cutOff = storage.With(new OtherContainer(Containers.State, "state-that-is-not-there"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task That_sessions_are_ended_is_recorded_before_they_are()
    {
        SessionEndings endings = new(_cutOff, Options.Create(new OpenIdOptions()), _time);

        await Assert.ThrowsAsync<RequestFailedException>(() => endings.EndAllAsync(new("mat-may"), Staff.Id, Cancellation));

        Assert.Contains(await LinesAsync(), line => line is { What: "sessions-ended", Detail: "mat-may" });
    }

    [Fact]
    public async Task That_a_token_is_made_is_recorded_before_it_is()
    {
        AccessTokenStore tokens = new(_cutOff, _time);

        await Assert.ThrowsAsync<RequestFailedException>(
            () => tokens.MakeAsync(TokenRequest.Empty with { Name = "ghi trước" }, new(Staff), Cancellation));

        Assert.Contains(
            await LinesAsync(),
            line => line.What == "token-made" && line.Detail!.StartsWith("ghi trước (", StringComparison.Ordinal));
    }

    private async Task<List<HistoryEntry>> LinesAsync() =>
        await storage.Store.Editorial
            .StartingWithAsync(
                Keys.Editorial, Keys.HistoryOf(SessionEndings.Subject), StorageJson.Default.HistoryEntry, Cancellation)
            .Select(row => row.Value)
            .Where(line => line.Who == Staff.Id.Value)
            .ToListAsync(Cancellation);
}
