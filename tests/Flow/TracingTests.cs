using System.Diagnostics;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Intake;
using Dissemination.Publishing;
using Dissemination.Reports;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Intake;
using Dissemination.Translation;

namespace Dissemination.Tests.Flow;

/// <summary>One trace from the file that is handed in to the channels, over rows and messages.</summary>
[Collection(TracedAlone.Name)]
public sealed class TracingTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_file_to_the_channels_is_one_trace_in_the_order_of_the_stages()
    {
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation); // What other tests left.
        using var traced = new Traced();
        await rooms.HandInAsync("items/mot-vet.md", SampleFiles.Article("Một vết"));
        await rooms.PublishAsync();
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);

        AssertOneTrace(traced);
        var delivered = traced.Of("deliver");
        Assert.All(
            delivered,
            span => Assert.Equal(
                (ActivityKind.Client, "mot-vet", 1, "vi", "post", "delivered"),
                (span.Kind, Tag(span, "item"), Tag(span, "revision"), Tag(span, "language"), Tag(span, "action"), Tag(span, "outcome"))));
        Assert.Equal(["telegram", "website"], delivered.Select(span => Tag(span, "channel")).Cast<string>().Order(StringComparer.Ordinal));
        Assert.Equal(
            rooms.Telegram.Posts.Count(post => post.Text.StartsWith("Một vết", StringComparison.Ordinal)),
            Tag(delivered.Single(span => Tag(span, "channel") is "telegram"), "count"));
        Assert.Equal(traced.Spans[0].TraceId, Assert.Single(traced.Of("report")).TraceId);
    }

    [Fact]
    public async Task The_program_may_end_between_any_two_stages()
    {
        using var traced = new Traced();
        await rooms.Get<ContentIntake>()
            .TakeApprovedAsync(
                "items/tat-di.md",
                BinaryData.FromString(SampleFiles.Article("Tắt đi")),
                ("\"1\"", rooms.Time.GetUtcNow()),
                "can-bo");
        await rooms.RestartAsync();
        await WantAsync();
        await rooms.RestartAsync();
        await rooms.Get<Publisher>().PublishDueAsync(Cancellation);
        await rooms.RestartAsync();
        await rooms.PlanAsync();
        await rooms.RestartAsync();
        await rooms.SendAsync();

        AssertOneTrace(traced);
        Assert.Equal(2, rooms.Telegram.Posts.Count(post => post.Text.StartsWith("Tắt đi", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_tried_again_stays_in_the_trace()
    {
        using var traced = new Traced();
        await rooms.HandInAsync("items/thu-lai.md", SampleFiles.Article("Thử lại"));
        rooms.Telegram.FailChat(-1001, TelegramFault.Throttled(30));
        await rooms.PublishAsync();
        Assert.Equal(DeliveryState.Retrying, (await rooms.DeliveryAsync("thu-lai.1.vi.bung-lao.telegram")).State);

        rooms.Telegram.Heal(-1001);
        rooms.Time.Advance(TimeSpan.FromMinutes(1));
        await rooms.RestartAsync();
        await rooms.WakeAsync();

        AssertOneTrace(traced);
        var sends = traced.Of("deliver").Where(span => Tag(span, "channel") is "telegram").Select(span => Tag(span, "outcome")).ToList();
        Assert.Equal("delivered", sends[^1]);
        Assert.Equal(["delivered", "retrying"], sends[..^1].Cast<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_send_whose_answer_was_cut_off_is_told_to_have_failed()
    {
        using var traced = new Traced();
        await rooms.HandInAsync("items/dut-doan.md", SampleFiles.Article("Đứt đoạn"));
        rooms.Telegram.FailChat(-1001, new Dissemination.Simulators.Faults.CallFault.Cut(Accept: true));
        await rooms.PublishAsync();
        rooms.Telegram.Heal(-1001);

        AssertOneTrace(traced);
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(traced.Of("deliver"), span => Tag(span, "outcome") is "uncertain").Status);
    }

    [Fact]
    public async Task A_file_that_waited_for_its_picture_goes_on_in_its_own_trace()
    {
        using var traced = new Traced();
        var intake = rooms.Get<ContentIntake>();
        var article = BinaryData.FromString(SampleFiles.Article("Có ảnh", frontMatter: "picture: anh-vet.png\npictureAlt: Vườn mắc ca"));
        var blob = rooms.Store.Container(Dissemination.Storage.Containers.Approved).GetBlobClient("items/co-anh.md");
        var uploaded = (await blob.UploadAsync(article, overwrite: true, Cancellation)).Value;
        var waiting = await intake.TakeApprovedAsync(
            "items/co-anh.md", article, (uploaded.ETag.ToString(), uploaded.LastModified), "can-bo");
        Assert.True(waiting.State is HandInState.Waiting, string.Join('\n', waiting.Problems));
        await intake.TakeApprovedAsync("items/anh-vet.png", Pictures.Png(800, 600), ("\"2\"", rooms.Time.GetUtcNow()), "can-bo");
        await WantAsync();
        await rooms.PublishAsync();

        var intakes = traced.Of("intake");
        Assert.Equal(["waiting", "accepted", "accepted"], intakes.Select(span => Tag(span, "outcome")));
        var (first, again, picture) = (intakes[0], intakes[1], intakes[2]);
        Assert.Equal((first.TraceId, first.SpanId), (again.TraceId, again.ParentSpanId));
        Assert.NotEqual(first.TraceId, picture.TraceId);
        Assert.Contains(again.Links, link => link.Context.TraceId == picture.TraceId);
        var delivered = traced.Of("deliver");
        Assert.NotEmpty(delivered);
        Assert.All(delivered, span => Assert.Equal(first.TraceId, span.TraceId));
    }

    [Fact]
    public async Task What_a_person_approves_later_is_published_in_the_trace_of_its_file()
    {
        using var traced = new Traced();
        await rooms.HandInAsync("items/duyet-sau.md", SampleFiles.Article("Duyệt sau", approved: false));
        using (var request = new Activity("a web request").Start())
        {
            await rooms.Get<ItemCommands>()
                .ApproveAsync(new("duyet-sau"), new("lanh-dao"), ("MẪU-04 (mẫu)", new(2026, 11, 23)), ETag.All, Cancellation);
        }

        await rooms.PublishAsync();

        AssertOneTrace(traced);
    }

    [Fact]
    public async Task What_is_withdrawn_is_taken_down_in_the_trace_that_posted_it()
    {
        using var traced = new Traced();
        await rooms.HandInAsync("items/rut-lai.md", SampleFiles.Article("Rút lại"));
        await rooms.PublishAsync();
        await rooms.Get<ItemCommands>().WithdrawAsync(new("rut-lai"), new("can-bo"), "Sai số liệu", ETag.All, Cancellation);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);
        await rooms.SendAsync();

        AssertOneTrace(traced);
        Assert.Contains(
            traced.Of("deliver"),
            span => (Tag(span, "channel"), Tag(span, "action"), Tag(span, "outcome")) is ("telegram", "remove", "delivered"));
    }

    [Fact]
    public async Task No_span_names_an_address_a_credential_or_a_person()
    {
        using var traced = new Traced();
        await rooms.HandInAsync("items/kin-dao.md", SampleFiles.Article("Kín đáo"));
        await rooms.PublishAsync();

        Assert.NotEmpty(traced.Of("deliver"));
        var told = string.Join(
            '\n', traced.Spans.Select(span => $"{span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)}"));
        Assert.All(
            ["-1001", "-1002", "123456:sample", "telegram_tinh", "can-bo", "lanh-dao"],
            secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_listens_nothing_of_it_is_stored_or_sent()
    {
        using (new Traced())
        {
            Assert.NotEqual(0, await CountTracedAsync("items/co-nghe.md", "Có nghe"));
        }

        using var request = new Activity("a web request").Start();
        Assert.Equal(0, await CountTracedAsync("items/khong-nghe.md", "Không nghe"));
    }

    /// <summary>Translation hears of what was handed in.</summary>
    /// <returns>The messages.</returns>
    private async Task<List<string>> WantAsync()
    {
        List<string> messages = [];
        await foreach (var message in Rooms.TakeAsync(rooms.Store.TranslationWanted))
        {
            messages.Add(message);
            await rooms.Get<TranslationStarter>()
                .WantAsync(JsonSerializer.Deserialize(message, ContentJson.Default.TranslationRequest)!, Cancellation);
        }

        return messages;
    }

    /// <summary>How many rows and messages hold a trace, from the file to the report.</summary>
    private async Task<int> CountTracedAsync(string file, string title)
    {
        List<string> held = [];
        await rooms.Get<ContentIntake>()
            .TakeApprovedAsync(file, BinaryData.FromString(SampleFiles.Article(title)), ("\"3\"", rooms.Time.GetUtcNow()), "can-bo");
        held.AddRange(await WantAsync());

        await KeepRowsAsync();
        await rooms.Get<Publisher>().PublishDueAsync(Cancellation);
        await KeepRowsAsync();
        await rooms.Get<DueVersions>().PlanAsync(Cancellation);

        await KeepRowsAsync();
        await rooms.SendAsync();
        await KeepRowsAsync();
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);

        var item = Path.GetFileNameWithoutExtension(file);
        return held.Count(
            json => json.Contains(item, StringComparison.Ordinal)
                && json.Contains(nameof(VersionDue.TraceParent), StringComparison.OrdinalIgnoreCase));

        async Task KeepRowsAsync()
        {
            foreach (var table in (TableClient[])[rooms.Store.Deliveries, rooms.Store.Editorial, rooms.Store.Backlog])
            {
                held.AddRange(
                    await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).Select(StoredJson.Of).ToListAsync(Cancellation));
            }
        }
    }

    /// <summary>Each stage has its place under the one that handed over to it.</summary>
    private static void AssertOneTrace(Traced traced)
    {
        var intake = Assert.Single(traced.Of("intake"));
        var publish = Assert.Single(traced.Of("publish"));
        var fanOut = Assert.Single(traced.Of("fan-out"));
        Assert.Equal(default, intake.ParentSpanId);
        Assert.Equal(intake.SpanId, Assert.Single(traced.Of("want-translations")).ParentSpanId);
        Assert.Equal(intake.SpanId, publish.ParentSpanId);
        Assert.Equal(publish.SpanId, fanOut.ParentSpanId);
        Assert.NotEmpty(traced.Of("deliver"));
        Assert.All(traced.Of("deliver"), span => Assert.Equal(fanOut.SpanId, span.ParentSpanId));
        Assert.Single(traced.Spans.Select(span => span.TraceId).Distinct());
    }

    private static object? Tag(Activity span, string name) => span.GetTagItem(name);
}
