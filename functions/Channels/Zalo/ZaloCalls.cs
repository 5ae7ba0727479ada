using System.Text.Json.Serialization.Metadata;

namespace Dissemination.Channels.Zalo;

/// <summary>
/// Makes calls in the name of an account. Where Zalo refuses the access token the tokens are refreshed, and the call is made once more: the
/// refusal was a clear no.
/// </summary>
internal sealed class ZaloCalls(ZaloClient client, ZaloTokens tokens)
{
    public Task<ZaloReply> PostAsync<T>(
        ZaloAccount account, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        CallAsync(account, token => client.PostAsync(path, token, body, type, cancellationToken), cancellationToken);

    public Task<ZaloReply> UploadAsync(
        ZaloAccount account, string path, BinaryData file, string name, string contentType, CancellationToken cancellationToken) =>
        CallAsync(account, token => client.UploadAsync(path, token, file, name, contentType, cancellationToken), cancellationToken);

    public Task<ZaloReply> GetAsync(ZaloAccount account, string path, CancellationToken cancellationToken) =>
        CallAsync(account, token => client.GetAsync(path, token, cancellationToken), cancellationToken);

    private async Task<ZaloReply> CallAsync(ZaloAccount account, Func<string, Task<ZaloReply>> call, CancellationToken cancellationToken)
    {
        var first = await tokens.FindAsync(account, cancellationToken);
        if (first is not ZaloToken.Ready ready)
        {
            return new ZaloReply.NoToken(((ZaloToken.None)first).Outcome);
        }

        var reply = await call(ready.AccessToken);
        if (!ZaloAnswers.RefusesToken(reply))
        {
            return reply;
        }

        tokens.Refuse(account, ready.AccessToken);
        return await tokens.FindAsync(account, cancellationToken) switch
        {
            ZaloToken.Ready renewed => await call(renewed.AccessToken),
            ZaloToken.None none => new ZaloReply.NoToken(none.Outcome),
            _ => reply,
        };
    }
}
