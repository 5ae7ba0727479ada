using System.Net.Http.Headers;

namespace Dissemination.Tests.Web;

/// <summary>A program that uses the API as somebody.</summary>
internal sealed class Caller : IDisposable
{
    public Caller(Uri site, string person)
    {
        Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = site };
        Http.DefaultRequestHeaders.Add("X-Acting-Person", person);
    }

    public HttpClient Http { get; }

    public Task<HttpResponseMessage> PostAsync(string path, string? etag) => SendAsync(HttpMethod.Post, path, etag, content: null);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? etag, byte[]? content, string type = "application/octet-stream")
    {
        using var request = new HttpRequestMessage(method, path);
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        if (content is not null)
        {
            request.Content = new ByteArrayContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        }

        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Http.Dispose();
}
