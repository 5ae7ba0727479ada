using System.Globalization;
using Dissemination.Simulators.Faults;
using Dissemination.Storage;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Http;

namespace Dissemination.Tests;

/// <summary>
/// The program gives others up after seconds of the machine's clock. Where other tests keep the machine busy these are over before
/// anybody had a turn, so whatever is not about them gives as long as nothing takes that does not hang.
/// </summary>
internal static class LongWaits
{
    /// <summary>Longer than anything takes that does not hang.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>How long a test waits for an answer that never comes: what is asked has surely arrived by then.</summary>
    private static readonly TimeSpan InVain = TimeSpan.FromSeconds(5);

    /// <summary>How long a channel is waited for that fails so.</summary>
    public static TimeSpan For(CallFault fault) => fault is CallFault.Silence ? InVain : Longest;

    /// <summary>For storage while somebody waits for a page, its health, channels and the provider.</summary>
    public static void WaitLong(this WebApplicationBuilder builder)
    {
        builder.Configuration[ReaderPatience.Setting] = Longest.ToString("c", CultureInfo.InvariantCulture);
        builder.Services.PostConfigure<HealthCheckServiceOptions>(health =>
        {
            foreach (var check in health.Registrations)
            {
                check.Timeout = Longest;
            }
        });
        builder.Services.PostConfigureAll<OpenIdConnectOptions>(openId => openId.BackchannelTimeout = Longest);
        builder.Services.PostConfigureAll<HttpClientFactoryOptions>(http =>
        {
            http.HttpClientActions.Add(client => client.Timeout = Longest);
            http.HttpMessageHandlerBuilderActions.Add(handlers =>
            {
                if (handlers.PrimaryHandler is SocketsHttpHandler sockets)
                {
                    sockets.ConnectTimeout = Longest;
                }
            });
        });
    }
}
