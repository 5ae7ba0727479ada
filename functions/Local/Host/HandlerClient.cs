using System.Net.Http.Headers;
using System.Security.Cryptography;

using Dissemination.Triggers.Contract;

namespace Dissemination.Local.Host;

/// <summary>Posts invocations to the program, as the host does.</summary>
internal sealed class HandlerClient(HttpClient http, Uri address, TimeSpan timeout, TimeProvider time, ILogger<HandlerClient> log)
{
    /// <summary>Stands in for the host's version in its header.</summary>
    public const string Version = "4.0.0-local";

    /// <summary>The host's own client gives up this much after the function's time.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(1);

    public static string NewInvocationId() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    /// <returns>Whether the function did its work.</returns>
    public async Task<bool> InvokeAsync(FunctionDefinition function, byte[] body, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(timeout + s_grace, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(address, function.Name));
        request.Headers.Add(HostRequest.InvocationId, NewInvocationId());
        request.Headers.Add(HostRequest.HostVersion, Version);
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/" + Version);
        request.Headers.TransferEncodingChunked = true;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var failure = InvocationAnswer.Failure(
                (int)response.StatusCode, response.Content.Headers.ContentType, await response.Content.ReadAsByteArrayAsync(either.Token));
            if (failure is not null)
            {
                log.InvocationFailed(function.Name, failure);
            }

            return failure is null;
        }
        catch (HttpRequestException failure)
        {
            log.InvocationFailed(function.Name, failure.Message);
            return false;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            log.InvocationFailed(function.Name, "took too long");
            return false;
        }
    }
}
