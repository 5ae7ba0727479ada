using Dissemination.Channels;
using Dissemination.Translation;
using Microsoft.Extensions.Options;

namespace Dissemination.Reviewing;

/// <summary>The registrations of the reviewers' bot.</summary>
internal static class ReviewingSetup
{
    public static IServiceCollection AddReviewing(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ReviewerOptions, ReviewerOptionsValidator>().BindConfiguration(ReviewerOptions.Section);
        services.AddChannelSends(ReviewerBot.Http);
        return services
            .AddSingleton(provider => new ReviewNotificationOptions(provider.GetRequiredService<IOptions<ReviewerOptions>>().Value.IsOn))
            .AddSingleton<ReviewerBot>()
            .AddSingleton<ReviewerChatStore>()
            .AddSingleton<ReviewerViewReader>()
            .AddSingleton<ReviewerComments>()
            .AddSingleton<ReviewerCalls>()
            .AddSingleton<ReviewerChat>()
            .AddSingleton<ReviewNotifier>()
            .AddSingleton<ListenerChat>()
            .AddSingleton<ListenerCalls>()
            .AddSingleton<ListenerPresses>()
            .AddSingleton<ReviewerPresses>()
            .AddSingleton<ReviewerGreeting>()
            .AddSingleton<ReviewerReplies>()
            .AddSingleton<ReviewerUpdates>()
            .AddSingleton<ReviewerConnections>()
            .AddSingleton<TaskReminders>()
            .AddSingleton<LeaderMessages>();
    }
}
