using Dissemination.Translation.Review;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Reviewers;

/// <summary>The registrations of the reviewers' bot.</summary>
internal static class ReviewersSetup
{
    public static IServiceCollection AddReviewers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReviewerOptions>()
            .Bind(configuration.GetSection(ReviewerOptions.Section))
            .Validate(
                options => options.IsValid,
                $"{ReviewerOptions.Section} with a {nameof(ReviewerOptions.Token)} needs it in the form of one, a {nameof(ReviewerOptions.Secret)} of 1 to 256 letters (A-Z a-z 0-9 _ -) and a {nameof(ReviewerOptions.BaseUrl)} of http or https without a path.")
            .ValidateOnStart();
        services.AddChannelSends(ReviewerBot.Http);
        return services
            .AddSingleton(provider => new ReviewHerald(provider.GetRequiredService<IOptions<ReviewerOptions>>().Value.IsOn))
            .AddSingleton<ReviewerBot>()
            .AddSingleton<ReviewerRecords>()
            .AddSingleton<ReviewerSights>()
            .AddSingleton<ReviewerComments>()
            .AddSingleton<ReviewerCalls>()
            .AddSingleton<ReviewerDesk>()
            .AddSingleton<ReviewerPresses>()
            .AddSingleton<ReviewerReplies>()
            .AddSingleton<ReviewerUpdates>()
            .AddSingleton<ReviewerConnections>();
    }
}
