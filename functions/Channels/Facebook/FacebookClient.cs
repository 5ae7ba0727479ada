using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Facebook;

/// <summary>Calls of the Graph API. The token travels in a header, never in an address.</summary>
internal sealed class FacebookClient(IHttpClientFactory http, IOptions<FacebookOptions> options, KnownSecrets secrets)
{
    /// <summary>For calls that only read.</summary>
    public const string Reads = "facebook-reads";

    /// <summary>For calls that change something.</summary>
    public const string Sends = "facebook";

    private readonly Uri _base = new(new Uri(options.Value.BaseUrl), $"/{options.Value.Version}/");

    /// <summary>Reads; repeated by itself where that may help.</summary>
    public Task<FacebookAnswer<T>> GetAsync<T>(
        string path,
        IEnumerable<KeyValuePair<string, string>> query,
        string token,
        JsonTypeInfo<T> form,
        CancellationToken cancellationToken)
        where T : class =>
            SendAsync(Reads, new(HttpMethod.Get, Address(path, [.. query, .. Proof(token)])), token, form, cancellationToken);

    /// <summary>Posts a form, once.</summary>
    public Task<FacebookAnswer<T>> PostAsync<T>(
        string path,
        IEnumerable<KeyValuePair<string, string>> fields,
        string token,
        JsonTypeInfo<T> form,
        CancellationToken cancellationToken)
        where T : class =>
        SendAsync(
            Sends,
            new(HttpMethod.Post, Address(path, [])) { Content = new FormUrlEncodedContent([.. fields, .. Proof(token)]) },
            token,
            form,
            cancellationToken);

    /// <summary>Posts a picture of the page with its fields, once.</summary>
    public Task<FacebookAnswer<FacebookCreated>> PostPictureAsync(
        FacebookAccess access,
        IEnumerable<KeyValuePair<string, string>> fields,
        PostPicture picture,
        BinaryData bytes,
        CancellationToken cancellationToken)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat(Proof(access.Token)))
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        var source = new ReadOnlyMemoryContent(bytes.ToMemory());
        source.Headers.ContentType = new(picture.ContentType);
        content.Add(source, "\"source\"", $"\"{picture.Blob}\"");
        return SendAsync(
            Sends,
            new(HttpMethod.Post, Address($"{access.Page}/photos", [])) { Content = content },
            access.Token,
            FacebookJson.Default.FacebookCreated,
            cancellationToken);
    }

    /// <summary>Deletes, once.</summary>
    public Task<FacebookAnswer<T>> DeleteAsync<T>(string path, string token, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class => SendAsync(Sends, new(HttpMethod.Delete, Address(path, Proof(token))), token, form, cancellationToken);

    private async Task<FacebookAnswer<T>> SendAsync<T>(
        string client, HttpRequestMessage request, string token, JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class
    {
        using var sent = request;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var connection = http.CreateClient(client);
            using var response = await connection.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return Read((int)response.StatusCode, body, FacebookUsage.Of(response.Headers), form);
        }
        catch (HttpRequestException e)
        {
            return new(
                null,
                e.NeverLeft() ? new FacebookFailure.NeverLeft() : new FacebookFailure.Lost(e.HttpRequestError.ToString()),
                FacebookUsage.None);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, new FacebookFailure.Lost("time-out"), FacebookUsage.None);
        }
    }

    private static FacebookAnswer<T> Read<T>(int status, byte[] body, FacebookUsage usage, JsonTypeInfo<T> form)
        where T : class
    {
        if (FacebookAnswers.FailureOf(status, body) is { } failure)
        {
            return new(null, failure, usage);
        }

        try
        {
            return JsonSerializer.Deserialize(body, form) is { } value
                ? new(value, null, usage)
                : new(null, new FacebookFailure.Lost($"HTTP {status}, null"), usage);
        }
        catch (JsonException)
        {
            return new(null, new FacebookFailure.Lost($"HTTP {status}, no JSON"), usage);
        }
    }

    private Uri Address(string path, IEnumerable<KeyValuePair<string, string>> query) =>
        new(_base, path + QueryString.Create(query.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))));

    /// <summary>With the proof anybody may use a token that leaked, so it is as secret.</summary>
    private IEnumerable<KeyValuePair<string, string>> Proof(string token)
    {
        if (options.Value.Secret is not { } secret)
        {
            return [];
        }

        var proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(token)));
        secrets.Learn(secret);
        secrets.Learn(proof);
        return [new("appsecret_proof", proof)];
    }
}
