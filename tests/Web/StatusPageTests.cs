using System.Diagnostics.Metrics;
using System.Net;
using Dissemination.Deliveries.Watching;
using Dissemination.Storage;

namespace Dissemination.Tests.Web;

/// <summary>How the program itself is, as the staff and whoever watches it are told.</summary>
public sealed class StatusPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_staff_read_in_plain_words_what_hangs_and_where_to_settle_it()
    {
        using var staff = site.Visit(Site.Staff);
        var (status, html) = await staff.ReadAsync("/status");
        var page = WebUtility.HtmlDecode(html);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Có việc cần xem", page, StringComparison.Ordinal);
        Assert.Contains("Nhóm Zalo OA xã Nà Tấu", page, StringComparison.Ordinal);
        Assert.DoesNotContain("zalo_na_tau", page, StringComparison.Ordinal);
        Assert.Matches("<p>[0-9.+]+ bài ", page);

        // The box above says how many; each says itself what it is.
        var above = page.Split("class=\"errors\"")[1].Split("</div>")[0];
        var many = page.Split($"<span class=\"state bad\">{Texts.StatusLook}</span>").Length - 1;
        Assert.Contains(TextFormat.Fill(Texts.StatusBad, many), above, StringComparison.Ordinal);
        Assert.DoesNotContain("<li>", above, StringComparison.Ordinal);
        Assert.Contains("href=\"/troubles\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/connections\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_seen_is_told_as_gauges()
    {
        Dictionary<string, double> told = new(StringComparer.Ordinal);
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Name.StartsWith("watch.", StringComparison.Ordinal))
                {
                    all.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) =>
            told[instrument.Name] = Math.Max(value, told.GetValueOrDefault(instrument.Name)));
        listener.Start();

        var figures = await site.Get<Watcher>().LookAsync(Cancellation);
        listener.RecordObservableInstruments();

        Assert.True(figures.Troubled > 0);
        Assert.True(told["watch.deliveries.troubled"] >= figures.Troubled);
        Assert.True(told["watch.lanes.stopped"] >= 1);
        Assert.True(told["watch.dead.letters"] >= 1);
        Assert.Equal(figures.QueueAge.TotalSeconds, told["watch.queue.age"], 3.0);
    }

    [Fact]
    public async Task What_waits_for_the_record_or_to_be_sent_grows_old()
    {
        await site.Store.RecordAsync(new("cho-lau", site.Time.GetUtcNow().AddMinutes(-12), "can-bo", "approved"), Cancellation);

        Assert.True((await site.Get<Watcher>().LookAsync(Cancellation)).QueueAge >= TimeSpan.FromMinutes(12));
    }

    /// <summary>And nothing is stored by which one could get it back.</summary>
    [Fact]
    public async Task A_credential_is_as_old_as_it_has_been_the_same()
    {
        var configuration = site.Get<Microsoft.Extensions.Configuration.IConfiguration>();
        configuration["Credentials:zalo_na_tau"] = "bi-mat-thu-nhat";
        await site.Get<CredentialAges>().ReadAsync(Cancellation);
        site.Time.Advance(TimeSpan.FromDays(3));
        var old = await site.Get<CredentialAges>().ReadAsync(Cancellation);
        configuration["Credentials:zalo_na_tau"] = "bi-mat-thu-hai";
        var young = await site.Get<CredentialAges>().ReadAsync(Cancellation);
        configuration["Credentials:zalo_na_tau"] = null;
        var none = await site.Get<CredentialAges>().ReadAsync(Cancellation);

        Assert.Equal((TimeSpan.FromDays(3), TimeSpan.Zero), (old["zalo_na_tau"], young["zalo_na_tau"]));
        Assert.DoesNotContain("zalo_na_tau", none.Keys);
        var stored = await site.Store.Container(Containers.State).GetBlobClient("credential-ages.json").FindAsync(Cancellation);
        Assert.False(stored!.Content.Span.IndexOf("bi-mat"u8) >= 0);
    }
}
