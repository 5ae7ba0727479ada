using System.Globalization;
using Azure.Storage.Blobs.Specialized;
using Dissemination.Channels;
using Dissemination.Channels.Zalo;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Zalo;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloTokensTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const string Message = "/v3.0/oa/group/message";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_token_is_turned_into_a_pair_once_and_serves_until_its_time_is_nearly_over()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync());
        zalo.Time.Advance(TimeSpan.FromHours(24.8));
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync());
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(zalo.Process()));
        Assert.Equal(1, zalo.Simulator.RefreshesOf(zalo.Account));

        zalo.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync());
        Assert.Equal(2, zalo.Simulator.RefreshesOf(zalo.Account));
    }

    [Fact]
    public async Task Ten_at_once_with_a_token_whose_time_is_over_refresh_it_exactly_once()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Time.Advance(TimeSpan.FromHours(26));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => zalo.SendAsync()));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Equal(2, zalo.Simulator.RefreshesOf(zalo.Account));
        Assert.Equal(11, zalo.Simulator.Posted.Count);
    }

    [Fact]
    public async Task Ten_processes_at_once_refresh_exactly_once_and_who_comes_too_early_comes_again()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Time.Advance(TimeSpan.FromHours(26));
        var processes = Enumerable.Range(0, 10).Select(_ => zalo.Process()).ToList();

        var outcomes = await Task.WhenAll(processes.Select(process => zalo.SendAsync(process)));
        foreach (var (process, outcome) in processes.Zip(outcomes).Where(entry => entry.Second is not SendOutcome.Delivered))
        {
            Assert.Equal(nameof(ProblemTexts.ZaloTokenBusy), Assert.IsType<SendOutcome.Later>(outcome).Reason.Code);
            Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(process));
        }

        Assert.Equal(2, zalo.Simulator.RefreshesOf(zalo.Account));
        Assert.Equal(11, zalo.Simulator.Posted.Count);
    }

    [Theory]
    [InlineData(-216)]
    [InlineData(-220)]
    public async Task Ten_at_once_whose_token_is_refused_refresh_it_once_and_post_once_each(int error)
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        if (error == -220)
        {
            zalo.Simulator.ExpireAccess(zalo.Account);
        }
        else
        {
            zalo.Simulator.FailNext(ZaloFault.InvalidToken);
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => zalo.SendAsync()));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Equal(2, zalo.Simulator.RefreshesOf(zalo.Account));
        Assert.Equal(11, zalo.Simulator.Posted.Count);
    }

    [Fact]
    public async Task Both_tokens_are_stored_before_either_is_used()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Time.Advance(TimeSpan.FromHours(26));
        var uploads = new ChainUploads();
        var reached = uploads.HoldNext();

        var sending = zalo.SendAsync(zalo.Process(uploads));
        await reached.WaitAsync(LongWaits.Longest, Cancellation);

        // Zalo has given the second pair, and storage does not have it yet.
        Assert.Equal(2, zalo.Simulator.RefreshesOf(zalo.Account));
        Assert.DoesNotContain("access-2", await StoredAsync(zalo), StringComparison.Ordinal);
        // Others meanwhile neither refresh nor use it, and do not wait for it.
        Assert.Equal(
            nameof(ProblemTexts.ZaloTokenBusy), Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(zalo.Process())).Reason.Code);
        Assert.DoesNotContain(zalo.Simulator.CallsMade, call => call.Token.StartsWith("access-2", StringComparison.Ordinal));

        uploads.Resume();
        Assert.IsType<SendOutcome.Delivered>(await sending);
        var stored = await StoredAsync(zalo);
        Assert.Contains("access-2", stored, StringComparison.Ordinal);
        Assert.Contains("refresh-2", stored, StringComparison.Ordinal);
        Assert.Equal(2, zalo.Simulator.CallsMade.Count(call => call.Path == ZaloSimulator.TokenPath));
        Assert.StartsWith("access-2", zalo.Simulator.CallsMade[^1].Token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_holder_that_dies_between_the_answer_and_the_storing_loses_the_chain_and_its_owner_is_told_how_to_begin_a_new_one()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Time.Advance(TimeSpan.FromHours(26));
        var uploads = new ChainUploads();
        var reached = uploads.HoldNext();
        var dying = zalo.SendAsync(zalo.Process(uploads));
        await reached.WaitAsync(LongWaits.Longest, Cancellation);
        // It never goes on, and after half a minute its lock is over.
        await Blob(zalo).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Cancellation);

        var other = zalo.Process();
        var dead = Assert.IsType<SendOutcome.CredentialDead>(await zalo.SendAsync(other));
        Assert.Equal(nameof(ProblemTexts.ZaloTokenLost), dead.Reason.Code);
        Assert.Contains($"Credentials:{zalo.Account}", dead.Reason.Text(CultureInfo.GetCultureInfo("vi")), StringComparison.Ordinal);
        // Zalo is not asked again for what is lost.
        var calls = zalo.Simulator.Calls;
        Assert.IsType<SendOutcome.CredentialDead>(await zalo.SendAsync(other));
        Assert.Equal(calls, zalo.Simulator.Calls);

        // The holder was only slow: what it has is of a chain that is over, and it neither stores nor uses it.
        uploads.Resume();
        Assert.IsNotType<SendOutcome.Delivered>(await dying);
        Assert.Single(zalo.Simulator.Posted);

        // The owner connects the account anew.
        var again = zalo.Request() with { Credential = ZaloSimulator.FirstTokenOf(zalo.Account, 2) };
        Assert.IsType<SendOutcome.Delivered>(await other.SendAsync(again, Cancellation));
        Assert.IsType<SendOutcome.Delivered>(await other.SendAsync(again, Cancellation));
        Assert.Equal(3, zalo.Simulator.RefreshesOf(zalo.Account));
    }

    [Fact]
    public async Task A_pair_that_storage_does_not_take_is_kept_and_stored_before_it_is_used()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Time.Advance(TimeSpan.FromHours(26));
        var uploads = new ChainUploads();
        var channel = zalo.Process(uploads);
        uploads.FailFrom(true);
        Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(channel));
        Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(channel));
        Assert.Single(zalo.Simulator.Posted);

        uploads.FailFrom(false);

        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(channel));
        Assert.Equal(2, zalo.Simulator.RefreshesOf(zalo.Account));
        Assert.Contains("refresh-2", await StoredAsync(zalo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_storage_did_not_take_gives_way_where_the_account_was_connected_anew_meanwhile()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Time.Advance(TimeSpan.FromHours(26));
        var uploads = new ChainUploads();
        var (late, other) = (zalo.Process(uploads), zalo.Process());
        uploads.FailFrom(true);
        Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(late));

        var again = zalo.Request() with { Credential = ZaloSimulator.FirstTokenOf(zalo.Account, 2) };
        Assert.IsType<SendOutcome.Delivered>(await other.SendAsync(again, Cancellation));
        uploads.FailFrom(false);
        Assert.IsType<SendOutcome.Delivered>(await late.SendAsync(again, Cancellation));

        zalo.Time.Advance(TimeSpan.FromHours(26));
        Assert.IsType<SendOutcome.Delivered>(await other.SendAsync(again, Cancellation));
    }

    [Fact]
    public async Task While_storage_is_away_nothing_leaves_and_the_post_waits()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        var away = new AwayStorage();
        var channel = zalo.Process(away);

        Assert.Equal(nameof(ProblemTexts.ZaloTokenBusy), Assert.IsType<SendOutcome.Later>(await zalo.SendAsync(channel)).Reason.Code);
        Assert.Equal(0, zalo.Simulator.Calls);

        away.IsBack = true;
        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync(channel));
    }

    [Fact]
    public async Task Who_finds_the_lock_held_comes_again_soon_and_asks_nobody()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Time.Advance(TimeSpan.FromHours(26));
        var lease = Blob(zalo).GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(30), cancellationToken: Cancellation);
        var calls = zalo.Simulator.Calls;

        var later = Assert.IsType<SendOutcome.Later>(await zalo.SendAsync());

        Assert.Equal((TimeSpan.FromSeconds(2), false), (later.After, later.WholeLane));
        Assert.Equal(calls, zalo.Simulator.Calls);
    }

    [Fact]
    public async Task An_account_that_took_its_consent_back_is_dead_and_the_token_server_is_asked_once()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Simulator.Faults = new() { DeadCredentials = [zalo.Account] };

        Assert.IsType<SendOutcome.CredentialDead>(await zalo.SendAsync());
        Assert.IsType<SendOutcome.CredentialDead>(await zalo.SendAsync());

        Assert.Equal(2, zalo.CallsTo(ZaloSimulator.TokenPath));
    }

    [Fact]
    public async Task A_token_that_is_refused_right_after_it_was_given_is_dead()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(ZaloFault.InvalidToken, times: 2);

        Assert.IsType<SendOutcome.CredentialDead>(await zalo.SendAsync());
        Assert.Equal(2, zalo.CallsTo(Message));
        Assert.Empty(zalo.Simulator.Posted);
    }

    [Fact]
    public async Task A_token_that_was_used_already_is_dead()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(new ZaloFault.Answer(-14020, "Refresh token has been used"), path: ZaloSimulator.TokenPath);

        Assert.Equal(nameof(ProblemTexts.ZaloTokenLost), Assert.IsType<SendOutcome.CredentialDead>(await zalo.SendAsync()).Reason.Code);
    }

    [Fact]
    public async Task An_answer_without_a_word_means_that_the_token_was_used_already()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(new CallFault.Garbage(200, "", Accept: false), path: ZaloSimulator.TokenPath);

        Assert.Equal(nameof(ProblemTexts.ZaloTokenLost), Assert.IsType<SendOutcome.CredentialDead>(await zalo.SendAsync()).Reason.Code);
    }

    public static TheoryData<CallFault> NoAnswers =>
        [new CallFault.Garbage(503, "busy", Accept: false), new CallFault.Garbage(
            200, "<html>", Accept: false), new CallFault.Cut(Accept: false)];

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task A_refresh_without_an_answer_is_tried_again_later_and_nothing_is_lost(CallFault fault)
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(fault, path: ZaloSimulator.TokenPath);

        Assert.Null(Assert.IsType<SendOutcome.Later>(await zalo.SendAsync()).After);
        Assert.Equal(0, zalo.CallsTo(Message));

        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync());
    }

    [Fact]
    public async Task A_refresh_whose_answer_was_lost_after_all_ends_the_chain_at_the_next_try()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        zalo.Simulator.FailNext(new CallFault.Cut(Accept: true), path: ZaloSimulator.TokenPath);

        Assert.IsType<SendOutcome.Later>(await zalo.SendAsync());

        Assert.Equal(nameof(ProblemTexts.ZaloTokenLost), Assert.IsType<SendOutcome.CredentialDead>(await zalo.SendAsync()).Reason.Code);
    }

    [Fact]
    public async Task A_wrong_application_is_told_apart_and_costs_no_token()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        var wrong = Assert.IsType<SendOutcome.CredentialDead>(
            await zalo.SendAsync(zalo.Process(settings: ("SecretKey", "not-the-secret"))));
        Assert.Equal(nameof(ProblemTexts.ZaloAppRefused), wrong.Reason.Code);
        Assert.Contains("-14004", wrong.Reason.Text(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        Assert.IsType<SendOutcome.Delivered>(await zalo.SendAsync());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("1234567890", "@Microsoft.KeyVault(SecretUri=https://v.example/s)")]
    public async Task Without_an_application_nothing_is_called(string appId, string secretKey)
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);

        var dead = Assert.IsType<SendOutcome.CredentialDead>(
            await zalo.SendAsync(zalo.Process(settings: [("AppId", appId), ("SecretKey", secretKey)])));

        Assert.Equal(nameof(ProblemTexts.ZaloAppNotConfigured), dead.Reason.Code);
        Assert.Equal(0, zalo.Simulator.Calls);
    }

    [Fact]
    public async Task No_secret_is_ever_logged()
    {
        await using var zalo = await ZaloFixture.StartAsync(storage);
        await zalo.SendAsync();
        zalo.Simulator.ExpireAccess(zalo.Account);
        await zalo.SendAsync();
        zalo.Simulator.FailNext(new ZaloFault.Answer(-14014, "Invalid refresh token"), path: ZaloSimulator.TokenPath);
        zalo.Simulator.ExpireAccess(zalo.Account);
        await zalo.SendAsync();

        Assert.Contains(zalo.Logs.Lines, line => line.Contains(zalo.Account, StringComparison.Ordinal));
        Assert.DoesNotContain(zalo.Logs.Lines, line =>
            line.Contains("access-", StringComparison.Ordinal) || line.Contains("refresh-", StringComparison.Ordinal)
            || line.Contains(zalo.FirstToken, StringComparison.Ordinal)
            || line.Contains(ZaloSimulator.SecretKey, StringComparison.Ordinal));
        Assert.DoesNotContain(
            zalo.FirstToken,
            $"{zalo.Request()} {new ZaloAccount(zalo.Account, zalo.FirstToken)} {ZaloTokenChain.Begin(zalo.FirstToken)} {new ZaloToken.Ready("access-1")}",
            StringComparison.Ordinal);
    }

    private Azure.Storage.Blobs.BlobClient Blob(ZaloFixture zalo) =>
        storage.Store.Container(Containers.State).GetBlobClient($"zalo/{zalo.Account}.json");

    private async Task<string> StoredAsync(ZaloFixture zalo) =>
        (await Blob(zalo).DownloadContentAsync(Cancellation)).Value.Content.ToString();
}
