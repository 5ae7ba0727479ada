using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Storage.Records;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;
using Dissemination.Translation;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Web;

/// <summary>What is too much to be read or stored is refused with its limit, and what was stored before that was asked is mended.</summary>
public sealed class InputLimitsTests(MongSite site) : IClassFixture<MongSite>
{
    /// <summary>The number of what is put last.</summary>
    private const int Put = 0;

    private static readonly string Brackets = string.Concat(Enumerable.Repeat("[a](", 24_000));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> TooMuch => new()
    {
        { "ngoac", Brackets, "500" },
        { "nhieu-sao", string.Concat(Enumerable.Repeat("*a ", 3_000)), "500" },
        { "long-nhau", string.Concat(Enumerable.Repeat("- ", 129)) + "a", "64" },
        { "qua-dai", new('a', 100_001), "100000" },
        { "nhieu-cau", string.Concat(Enumerable.Repeat("a\n\n", 33_000)), "220000" },
        { "bieu-tuong", string.Concat(Enumerable.Repeat("\uD83D\uDE00", 49_000)), "220000" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task Words_that_are_too_much_are_refused_in_both_languages_with_their_limit(string item, string body, string limit)
    {
        await site.HandInAsync($"items/{item}.md", SampleFiles.Article("Tin"));
        using var translator = site.Call("na-bung-1");
        var cost = TimeSpan.MaxValue;
        foreach (var language in new[] { "vi", "en" })
        {
            using var answer = await PutAsync(translator, item, body, language);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            cost = (await site.Costs.AllAsync())[Put];
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            Assert.Contains(limit, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        // Of the second time, when all that it needs has been made ready to run.
        Assert.InRange(cost, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        var file = await site.Get<ContentIntake>().TakeAsync(
            $"items/{item}-2.md",
            System.Text.Encoding.UTF8.GetBytes(SampleFiles.Article("Tin", body)),
            ("\"1\"", site.Time.GetUtcNow()),
            "can-bo");
        Assert.Equal(HandInState.Rejected, file.State);
        Assert.Contains(file.Problems, problem => problem.Arguments.Contains(limit));
    }

    [Fact]
    public async Task A_form_with_too_much_is_shown_again_with_why()
    {
        await site.HandInAsync("items/bieu-mau.md", SampleFiles.Article("Tin"));
        using var translator = site.Visit("na-bung-1");
        const string Page = "/translations/bieu-mau.1.hmn-Latn-x-chv";

        using var answer = await translator.PostAsync(Page, Page, ("title", "a"), ("body", Brackets));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var told = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("quá 500 dấu", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_a_field_for_each_of_thousands_of_sentences_is_read()
    {
        await site.HandInAsync("items/bieu-mau-dai.md", SampleFiles.Article("Tin"));
        using var translator = site.Visit("na-bung-1");
        const string Page = "/translations/bieu-mau-dai.1.hmn-Latn-x-chv";

        using var answer = await translator.PostAsync(
            Page, Page + "/segments", [.. Enumerable.Range(0, 5_000).Select(place => ($"s{place}", "a"))]);

        Assert.Equal(Page + "?done=saved", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_was_stored_before_and_cannot_be_read_is_opened_told_and_mended()
    {
        await site.HandInAsync("items/cu-hong.md", SampleFiles.Article("Tin"));
        await StoreAsync("cu-hong", Brackets);
        using var translator = site.Call("na-bung-1");
        using var reader = site.Visit("na-bung-1");
        using var staff = site.Visit("can-bo");
        using var ofTranslation = Numbered(1, HttpMethod.Get, "/translations/cu-hong.1.hmn-Latn-x-chv");
        using var ofItem = Numbered(2, HttpMethod.Get, "/items/cu-hong");
        using var ofProgram = Numbered(3, HttpMethod.Get, Address("cu-hong"));
        using var translation = await reader.SendAsync(ofTranslation);
        using var item = await staff.SendAsync(ofItem);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (translation.StatusCode, item.StatusCode));
        using var found = await translator.Http.SendAsync(ofProgram, Cancellation);
        var costs = await site.Costs.AllAsync();
        Assert.InRange(costs[1] + costs[2] + costs[3], TimeSpan.Zero, TimeSpan.FromSeconds(5));
        var answer = await found.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Contains(
            answer.GetProperty("findings").EnumerateArray(),
            finding => finding.GetProperty("code").GetString() == nameof(ProblemTexts.TextTooNested));
        using var submitted = await translator.PostAsync($"{Address("cu-hong")}/submit", "*");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, submitted.StatusCode);

        using var mended = await PutAsync(translator, "cu-hong", "Pêz chaos blêx.", "vi");

        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
    }

    [Theory]
    [InlineData("/api/lanes/khong-co/resume", "LaneNotFound")]
    [InlineData("/api/lanes/a%2Fb%23/resume", "LaneNotFound")]
    [InlineData("/api/destinations/na-bung.khong-co/reopen", "DestinationNotFound")]
    [InlineData("/api/alerts/lane/a%2Fb%23/retry", "AlertNotFound")]
    public async Task What_is_not_there_is_not_resumed(string address, string code)
    {
        using var staff = site.Call("can-bo");

        using var answer = await staff.PostAsync(address, etag: null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_lane_that_the_directory_names_is_resumed_whether_it_was_stopped_or_not()
    {
        using var staff = site.Call("can-bo");

        using var answer = await staff.PostAsync("/api/lanes/telegram_tinh/resume", etag: null);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task Glossaries_that_are_merged_at_once_all_stand_or_are_told_to_come_again()
    {
        using var staff = site.Call("can-bo");
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(async number =>
        {
            var row = $"hmn-Latn-x-chv,từ {number},lul {number},preferred,";
            var file = System.Text.Encoding.UTF8.GetBytes($"language,source,target,rule,note\n{row}\n");
            using var answer = await staff.SendAsync(HttpMethod.Post, "/api/glossary/hmn-Latn-x-chv.csv", null, file, "text/csv");
            return (number, answer.StatusCode);
        }));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Conflict, $"{answer}"));
        var stored = (await site.Get<GlossaryStore>().VersionAsync(new("hmn-Latn-x-chv"), Cancellation)).Glossary.Terms
            .Select(term => term.Source).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            answers, answer => Assert.Equal(answer.StatusCode is HttpStatusCode.NoContent, stored.Contains($"từ {answer.number}")));
    }

    [Fact]
    public async Task A_file_that_is_overwritten_before_it_is_looked_at_has_its_verdict_and_is_kept()
    {
        using var staff = site.Call("can-bo");
        const string File = "items/de-len.md";
        var first = await PutFileAsync(staff, File, SampleFiles.Article("Bản một"));
        var second = await PutFileAsync(staff, File, SampleFiles.Article("Bản hai"));
        await site.Get<ContentIntake>().TakeAsync(site.Store.Container(Containers.Content).GetBlobClient(File), Cancellation);

        var (one, two) = (await HandInAsync(staff, first), await HandInAsync(staff, second));

        Assert.Equal("rejected", one.GetProperty("state").GetString());
        Assert.Equal(nameof(ProblemTexts.FileReplacedUnseen), one.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal("accepted", two.GetProperty("state").GetString());
        using var page = site.Visit("can-bo");
        Assert.Contains("Bản một", (await page.ReadAsync($"/hand-in/{first}/original")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_overwritten_while_it_waits_for_another_has_its_verdict_and_is_kept()
    {
        using var staff = site.Call("can-bo");
        const string File = "items/cho-nghi-quyet.md";
        const string Missing = "resolution: chua-co-nghi-quyet";
        var first = await PutFileAsync(staff, File, SampleFiles.Article("Bản chờ", "Đang chờ nghị quyết.", approved: false, Missing));
        var waiting = await site.Get<ContentIntake>().TakeAsync(
            site.Store.Container(Containers.Content).GetBlobClient(File), Cancellation);
        Assert.Equal(HandInState.Waiting, waiting!.State);

        await PutFileAsync(staff, File, SampleFiles.Article("Bản sau", "Cũng chờ nghị quyết.", approved: false, Missing));

        var told = await HandInAsync(staff, first);
        Assert.Equal("rejected", told.GetProperty("state").GetString());
        Assert.Equal(nameof(ProblemTexts.FileReplaced), told.GetProperty("problems")[0].GetProperty("code").GetString());
        using var page = site.Visit("can-bo");
        Assert.Contains("Đang chờ nghị quyết.", (await page.ReadAsync($"/hand-in/{first}/original")).Html, StringComparison.Ordinal);

        // What it waited for comes after its verdict is chained: that is no second line of the record.
        await site.Get<RecordChainer>().ChainAsync(Cancellation);
        const string Resolution = "resolutions/chua-co-nghi-quyet.yaml";
        await PutFileAsync(
            staff, Resolution, ContentText.Resolution.Replace("dien-bien-2025-2030", "chua-co-nghi-quyet", StringComparison.Ordinal));
        var came = await site.Get<ContentIntake>().TakeAsync(
            site.Store.Container(Containers.Content).GetBlobClient(Resolution), Cancellation);
        Assert.Equal(HandInState.Accepted, came!.State);
        await site.Get<RecordChainer>().ChainAsync(Cancellation);
        var lines = site.Get<RecordReader>().AllAsync(
            new(new(2000, 1, 1), new(2199, 12, 31)) { Subject = $"handin_{first}" }, Cancellation);
        Assert.Equal("hand-in-refused", Assert.Single(await lines.ToListAsync(Cancellation)).FindEntry()?.What);
    }

    [Fact]
    public async Task A_file_that_was_dropped_past_the_program_and_overwritten_is_told_to_staff_and_to_others_as_if_it_never_was()
    {
        using var staff = site.Call("can-bo");
        using var communicator = site.Call("bung-lao-1");
        using var anybody = site.Call("nobody");
        var blob = site.Store.Container(Containers.Content).GetBlobClient("items/tha-thang.md");
        var first = (await blob.UploadAsync(BinaryData.FromString("a"), overwrite: true, Cancellation)).Value;
        await blob.UploadAsync(BinaryData.FromString("b"), overwrite: true, Cancellation);

        var (etag, at) = (Uri.EscapeDataString(first.ETag.ToString()), Uri.EscapeDataString(first.LastModified.ToString("O")));
        var told = await staff.Http.GetFromJsonAsync<JsonElement>(
            $"/api/hand-ins/of/content/items/tha-thang.md?etag={etag}&at={at}", Cancellation);
        Assert.Equal(nameof(ProblemTexts.FileReplacedUnseen), told.GetProperty("problems")[0].GetProperty("code").GetString());

        foreach (var caller in (Caller[])[communicator, anybody])
        {
            using var lies = await caller.Http.GetAsync($"/api/hand-ins/of/content/items/tha-thang.md?etag={etag}&at={at}", Cancellation);
            using var none = await caller.Http.GetAsync($"/api/hand-ins/of/content/items/khong-co.md?etag={etag}&at={at}", Cancellation);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (lies.StatusCode, none.StatusCode));
        }
    }

    /// <summary>One whose cost is asked for.</summary>
    private static HttpRequestMessage Numbered(int number, HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        RequestCosts.Number(request, number);
        return request;
    }

    private static string Address(string item) => $"/api/translations/{item}.1.hmn-Latn-x-chv";

    private static async Task<HttpResponseMessage> PutAsync(Caller translator, string item, string body, string language)
    {
        using var request = Numbered(Put, HttpMethod.Put, Address(item));
        request.Content = JsonContent.Create(new { title = "a", body });
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await translator.Http.SendAsync(request, Cancellation);
    }

    private static async Task<string> PutFileAsync(Caller staff, string file, string text)
    {
        using var answer = await staff.SendAsync(HttpMethod.Put, $"/api/content/{file}", null, System.Text.Encoding.UTF8.GetBytes(text));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;
    }

    private static Task<JsonElement> HandInAsync(Caller caller, string id) =>
        caller.Http.GetFromJsonAsync<JsonElement>($"/api/hand-ins/{id}", Cancellation);

    /// <summary>As it was stored before anybody asked how much it is.</summary>
    private async Task StoreAsync(string item, string body)
    {
        var row = await site.TranslationAsync($"{item}.1.hmn-Latn-x-chv");
        var source = SegmentedText.Of(new(null, null, "Bà con trồng 40.000 ha mắc ca."));
        var written = row.Value.With(new VersionText("Tin", null, body), source);
        var broken = written with { State = TranslationState.Drafted };
        Assert.True(await new Transaction(Keys.Editorial).Replace(row, broken, TranslationJson.Default.TranslatedVersion)
            .CommitAsync(site.Store.Editorial, Cancellation));
    }
}
