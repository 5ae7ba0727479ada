using Dissemination.Notices;
using Dissemination.Storage;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class KeepUnhandledTranslationsTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("KeepUnhandledTranslations", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<NoticeBoard>().KeepMessageAsync(QueueNames.TranslationWanted, invocation.Queue("message").Text, cancellation);
}
