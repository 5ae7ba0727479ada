using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>Makes calls to the Official Account API and says what came of them. It never repeats one that changes something.</summary>
internal sealed class ZaloClient(IHttpClientFactory http, IOptions<ZaloOptions> options)
{
    /// <summary>For calls that change something.</summary>
    public const string Sends = "zalo";

    /// <summary>For calls that only read.</summary>
    public const string Reads = "zalo-reads";

    /// <summary>For the token server. It is asked once, because a refresh token works once.</summary>
    public const string Tokens = "zalo-tokens";

    private readonly Uri _base = new(options.Value.BaseUrl);
    private readonly Uri _tokens = new(new Uri(options.Value.OAuthUrl), "/v4/oa/access_token");

    public Task<ZaloReply> PostAsync<T>(string path, string accessToken, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var content = new ReadOnlyMemoryContent(ReadableJson.Write(body, type));
        content.Headers.ContentType = new("application/json");
        return CallAsync(Sends, HttpMethod.Post, path, accessToken, content, cancellationToken);
    }

    public Task<ZaloReply> UploadAsync(
        string path, string accessToken, BinaryData file, string name, string contentType, CancellationToken cancellationToken)
    {
        var part = new ReadOnlyMemoryContent(file.ToMemory());
        part.Headers.ContentType = new(contentType);
        return CallAsync(
            Sends, HttpMethod.Post, path, accessToken, new MultipartFormDataContent { { part, "file", name } }, cancellationToken);
    }

    public Task<ZaloReply> GetAsync(string path, string accessToken, CancellationToken cancellationToken) =>
        CallAsync(Reads, HttpMethod.Get, path, accessToken, content: null, cancellationToken);

    /// <summary>
    /// Turns a refresh token into the next pair. Once this was called, the token counts as used. Null for an answer without a word in it.
    /// </summary>
    /// <exception cref="HttpRequestException">It failed without an answer, and whether the token was used is not known.</exception>
    /// <exception cref="TaskCanceledException">No answer came in time, and whether the token was used is not known.</exception>
    /// <exception cref="JsonException">The answer has not Zalo's form, and whether the token was used is not known.</exception>
    public async Task<ZaloTokenAnswer?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _tokens);
        request.Headers.TryAddWithoutValidation("secret_key", options.Value.SecretKey);
        request.Content = new FormUrlEncodedContent(
            [new("refresh_token", refreshToken), new("app_id", options.Value.AppId), new("grant_type", "refresh_token")]);
        using var client = http.CreateClient(Tokens);
        using var response = await client.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            throw new HttpRequestException(HttpRequestError.Unknown, $"HTTP {(int)response.StatusCode}");
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode && bytes.Length == 0 ? null
            : JsonSerializer.Deserialize(bytes, ZaloJson.Default.ZaloTokenAnswer)
                ?? throw new JsonException("The token server answered null.");
    }

    private async Task<ZaloReply> CallAsync(
        string clientName, HttpMethod method, string path, string accessToken, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_base, path)) { Content = content };
        request.Headers.TryAddWithoutValidation("access_token", accessToken);
        try
        {
            using var client = http.CreateClient(clientName);
            using var response = await client.SendAsync(request, cancellationToken);
            return ZaloAnswers.Read((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException e)
        {
            return e.NeverLeft() ? new ZaloReply.NeverLeft() : new ZaloReply.Lost(e.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ZaloReply.Lost("timeout");
        }
    }
}
