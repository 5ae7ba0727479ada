using Dissemination.Translation.Review;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class RemindTranslationsTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("RemindTranslations", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<TranslationReminder>().RemindAsync(cancellation);
}
