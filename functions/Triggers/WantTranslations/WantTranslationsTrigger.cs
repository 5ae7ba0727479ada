using System.Text.Json;
using Dissemination.Content;
using Dissemination.Translation;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class WantTranslationsTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("WantTranslations", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation)
    {
        var wanted = JsonSerializer.Deserialize(invocation.Queue("message").Text, ContentJson.Default.TranslationWanted)
            ?? throw new InvalidDataException("The message names no items.");
        return services.GetRequiredService<TranslationDesk>().WantAsync(wanted, cancellation);
    }
}
