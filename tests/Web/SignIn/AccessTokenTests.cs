using System.Net;
using System.Net.Http.Headers;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Web.SignIn;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>Programs at the API: what a token opens, and what ends it.</summary>
public sealed class AccessTokenTests(SignInSite site) : IClassFixture<SignInSite>
{
    [Fact]
    public async Task A_token_reads_as_the_person_who_made_it_and_no_further_than_its_scopes()
    {
        var token = await MakeAsync("đọc báo cáo", "read");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token, HttpMethod.Get, "/api/items"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token, HttpMethod.Get, "/api/connections"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(token, HttpMethod.Put, "/api/content/items/a.md"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(token, HttpMethod.Post, "/api/lanes/x/resume"));
    }

    [Fact]
    public async Task A_token_hands_in_and_never_approves()
    {
        await site.HandInAsync("items/khoa-duyet.md", SampleFiles.Article("Khoá duyệt", approved: false));
        var token = await MakeAsync("nộp tệp", "read", "hand-in", "translate", "deliver");
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(token, HttpMethod.Put, "/api/content/items/tu-may.md", "# x"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(token, HttpMethod.Post, "/api/items/khoa-duyet/approve", "{}"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(token, HttpMethod.Post, "/api/approvals", "{}"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(token, HttpMethod.Post, "/api/directory/proposal/confirm", "{}"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(token, HttpMethod.Post, "/api/directory/proposal/decline", "{}"));
        var item = await site.Get<ItemReader>().FindAsync(new("khoa-duyet"), TestContext.Current.CancellationToken);
        Assert.Equal(ItemState.WaitingForApproval, item!.Value.State);
    }

    [Fact]
    public async Task A_file_that_a_token_hands_in_claims_an_approval_though_an_approver_made_the_token()
    {
        try
        {
            await site.ChangePeopleAsync(people => people.Replace(
                "Cán bộ tuyên giáo,staff,", "Cán bộ tuyên giáo,staff;approver,", StringComparison.Ordinal));
            var token = await MakeAsync("nộp bài đã duyệt", "hand-in");
            Assert.Equal(
                HttpStatusCode.Accepted,
                await AskAsync(token, HttpMethod.Put, "/api/content/items/may-duyet.md", SampleFiles.Article("Máy tự duyệt")));
            await site.Get<ContentIntake>().TakeAsync(
                site.Store.Container(Containers.Content).GetBlobClient("items/may-duyet.md"), TestContext.Current.CancellationToken);

            var item = (await site.Get<ItemReader>().FindAsync(new("may-duyet"), TestContext.Current.CancellationToken))!.Value;
            Assert.Equal(
                (SignInSite.Staff, null, ItemState.WaitingForApproval, "MẪU-01 (mẫu)"),
                (item.HandedInBy?.Value, item.Approval, item.State, item.Claim?.Document));
        }
        finally
        {
            await site.ChangePeopleAsync(people => people);
        }
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        var token = await MakeAsync("trang", "read");
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(token, HttpMethod.Get, "/items"));
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing_and_both_acts_are_in_the_record()
    {
        var token = await MakeAsync("thu hồi", "read");
        using var desk = await site.SitAsync("can-bo-2", "/access");
        await desk.SubmitAsync($"/access/tokens/{token.Split('_')[1]}/revoke");
        Assert.Contains("Đã thu hồi khoá", desk.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token, HttpMethod.Get, "/api/items"));
        var lines = await RecordAsync();
        Assert.Contains(
            lines,
            line => line is { What: "token-made", Who: SignInSite.Staff } && line.Detail!.StartsWith("thu hồi", StringComparison.Ordinal));
        Assert.Contains(lines, line => line is { What: "token-revoked", Who: "can-bo-2" });
        Assert.DoesNotContain(lines, line => line.Detail?.Contains(token.Split('_')[2], StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_token_ends_by_itself()
    {
        var token = await MakeAsync("hết hạn", "read");
        site.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token, HttpMethod.Get, "/api/items"));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token, HttpMethod.Get, "/api/items"));
    }

    [Fact]
    public async Task A_token_is_stored_nowhere_and_nothing_that_resembles_it_is_taken()
    {
        var token = await MakeAsync("bí mật", "read");
        var state = site.Store.Container(Containers.State);
        await foreach (var blob in state.GetBlobsAsync(BlobTraits.None, BlobStates.None, "access", TestContext.Current.CancellationToken))
        {
            var content = (await state.GetBlobClient(blob.Name).DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content;
            Assert.DoesNotContain(token.Split('_')[2], content.ToString(), StringComparison.Ordinal);
        }

        var last = token[^1] == '0' ? '1' : '0';
        var other = token.Replace("dissem", "dissen", StringComparison.Ordinal);
        foreach (var wrong in (string[])[token[..^1] + last, token[..^1], token + "0", other, "x", ""])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(wrong, HttpMethod.Get, "/api/items"));
        }
    }

    [Fact]
    public async Task A_token_of_somebody_who_left_opens_nothing()
    {
        var token = await MakeAsAsync("can-bo-2", "người đi", "read");
        try
        {
            await site.ChangePeopleAsync(people => string.Join(
                '\n', people.Split('\n').Where(row => !row.StartsWith("can-bo-2,", StringComparison.Ordinal))));
            site.Time.Advance(TimeSpan.FromSeconds(4));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token, HttpMethod.Get, "/api/items"));
        }
        finally
        {
            await site.ChangePeopleAsync(people => people);
        }
    }

    [Fact]
    public async Task Making_a_token_asks_for_a_fresh_sign_in_a_name_and_a_scope()
    {
        using var desk = await site.SitAsync(SignInSite.Staff, "/access");
        await desk.SubmitAsync("/access/tokens", ("name", "không phạm vi"), ("days", "30"));
        Assert.Contains("Hãy chọn ít nhất một việc", desk.Html, StringComparison.Ordinal);
        Assert.Contains("không phạm vi", desk.Html, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromMinutes(11));
        await desk.SubmitAsync("/access/tokens", ("name", "để lâu"), ("days", "30"), ("scope", "read"));
        Assert.StartsWith("/sign-in/again/", desk.At.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain("dissem_", desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_keeps_more_tokens_that_are_good_than_can_be_overlooked()
    {
        const string Owner = "can-bo-2";
        var store = site.Get<AccessTokenStore>();
        var owner = (await site.Get<DirectoryStore>().CurrentAsync(TestContext.Current.CancellationToken)).Find(new PersonId(Owner))!;
        using var desk = await site.SitAsync(Owner, "/access");
        try
        {
            for (var made = await GoodAsync(); made < AccessTokenStore.MostGood; made++)
            {
                Assert.True((await store.MakeAsync(
                    TokenRequest.Empty with { Name = "đầy" }, new(owner), TestContext.Current.CancellationToken)).IsDone);
            }

            await desk.SubmitAsync("/access/tokens", ("name", "thêm một"), ("days", "30"), ("scope", "read"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
            Assert.Contains("tối đa 20 khoá", WebUtility.HtmlDecode(desk.Html), StringComparison.Ordinal);
            Assert.DoesNotContain("dissem_", desk.Html, StringComparison.Ordinal);
            Assert.Equal(AccessTokenStore.MostGood, await GoodAsync());

            await RevokeAsync(1);
            await desk.OpenAsync("/access");
            Assert.StartsWith("dissem_", await desk.MakeTokenAsync("thêm một", "read"), StringComparison.Ordinal);
        }
        finally
        {
            await RevokeAsync(AccessTokenStore.MostGood);
        }

        async Task<int> GoodAsync() =>
            (await store.AllAsync(TestContext.Current.CancellationToken)).GoodOf(owner.Id, site.Time.GetUtcNow());

        async Task RevokeAsync(int most)
        {
            var all = await store.AllAsync(TestContext.Current.CancellationToken);
            foreach (var token in all.All.Where(token => token.Name == "đầy" && token.IsGood(site.Time.GetUtcNow())).Take(most))
            {
                await store.RevokeAsync(token.Id, owner, TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task Staff_end_all_sessions_of_somebody_and_that_is_in_the_record()
    {
        using var lost = await site.SitAsync(SignInSite.Communicator, "/inbox");
        site.Time.Advance(TimeSpan.FromSeconds(1));
        using var desk = await site.SitAsync(SignInSite.Staff, "/access");
        await desk.SubmitAsync("/access/end-sessions", ("person", SignInSite.Communicator));
        Assert.Contains("Đã đăng xuất người ấy", desk.Html, StringComparison.Ordinal);
        await lost.StepAsync(lost.AddressOf("/inbox"));
        Assert.Equal(HttpStatusCode.Redirect, lost.Status);
        Assert.Contains(
            await RecordAsync(),
            line => line is { What: "sessions-ended", Who: SignInSite.Staff, Detail: SignInSite.Communicator });
    }

    private Task<string> MakeAsync(string name, params string[] scopes) => MakeAsAsync(SignInSite.Staff, name, scopes);

    /// <summary>As staff make one, on the page.</summary>
    private async Task<string> MakeAsAsync(string by, string name, params string[] scopes)
    {
        using var desk = await site.SitAsync(by, "/access");
        return await desk.MakeTokenAsync(name, scopes);
    }

    private async Task<HttpStatusCode> AskAsync(string token, HttpMethod method, string path, string? body = null)
    {
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = site.Address };
        using HttpRequestMessage request = new(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        if (body is not null)
        {
            var type = method == HttpMethod.Put ? "application/octet-stream" : "application/json";
            request.Content = new StringContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<IReadOnlyList<HistoryEntry>> RecordAsync()
    {
        var prefix = Keys.HistoryOf(SessionEndings.Subject);
        return await site.Store.Editorial
            .StartingWithAsync(Keys.Editorial, prefix, StorageJson.Default.HistoryEntry, TestContext.Current.CancellationToken)
            .Select(row => row.Value)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
