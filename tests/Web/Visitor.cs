using System.Net;
using System.Text.RegularExpressions;

namespace Dissemination.Tests.Web;

/// <summary>Somebody with a browser: asks for HTML, keeps cookies, sends forms with their token, follows nothing by itself.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri site, string? person)
    {
        var cookies = new CookieContainer();
        if (person is not null)
        {
            cookies.Add(site, new Cookie("acting-person", person));
        }

        _http = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = site,
        };
        _http.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml");
    }

    /// <summary>How the fold begins in which something stands.</summary>
    public static string FoldOf(string html, string mark)
    {
        var before = html[..html.IndexOf(mark, StringComparison.Ordinal)];
        var fold = before[before.LastIndexOf("<details", StringComparison.Ordinal)..];
        return fold[..(fold.IndexOf('>', StringComparison.Ordinal) + 1)];
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>A page, with its status before it.</summary>
    public async Task<(HttpStatusCode Status, string Html)> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>
    /// Sends a form as the page at <paramref name="page"/> holds it: with its token and, where there is one, the version that it names.
    /// </summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var (_, html) = await ReadAsync(page);
        List<KeyValuePair<string, string>> form = [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
        foreach (var hidden in (string[])["__RequestVerificationToken", "etag"])
        {
            if (Hidden().Matches(html).FirstOrDefault(match => match.Groups["name"].Value == hidden) is { } match
                && !form.Exists(field => field.Key == hidden))
            {
                form.Add(new(hidden, WebUtility.HtmlDecode(match.Groups["value"].Value)));
            }
        }

        return await SendAsync(action, form);
    }

    /// <summary>Hands a file in by the form of the page where files are.</summary>
    public Task<HttpResponseMessage> PostFilesAsync(string page, string name, string file, params (string Name, string Value)[] fields) =>
        PostFileAsync(page, page, "files", (name, file), fields);

    /// <summary>Sends a file by the form of a page.</summary>
    public Task<HttpResponseMessage> PostFileAsync(
        string page, string action, string name, string file, params (string Name, string Value)[] fields) =>
        PostFileAsync(page, action, "file", (name, file), fields);

    private async Task<HttpResponseMessage> PostFileAsync(
        string page, string action, string input, (string Name, string Text) file, (string Name, string Value)[] fields)
    {
        var (_, html) = await ReadAsync(page);
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Append(
            ("__RequestVerificationToken", WebUtility.HtmlDecode(
                Hidden().Matches(html).First(match => match.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value))))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new StringContent(file.Text), input, file.Name);
        return await _http.PostAsync(action, content, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends files by the form of a page, each in the field of its name.</summary>
    public async Task<HttpResponseMessage> PostSoundsAsync(string page, string action, params (string Field, byte[] Sound)[] sounds)
    {
        using var content = new MultipartFormDataContent { { new StringContent(await TokenAsync(page)), "__RequestVerificationToken" } };
        foreach (var (field, sound) in sounds)
        {
            content.Add(new ByteArrayContent(sound), field, "ghi-am.mp3");
        }

        return await _http.PostAsync(action, content, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> SendAsync(string action, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await _http.PostAsync(action, content, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a request as it is.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _http.SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>What a form of a page has to bring along.</summary>
    public async Task<string> TokenAsync(string page) => TokenIn((await ReadAsync(page)).Html);

    public static string TokenIn(string html) => WebUtility.HtmlDecode(
        Hidden().Matches(html).First(match => match.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value);

    public void Dispose() => _http.Dispose();

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\">",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();
}
