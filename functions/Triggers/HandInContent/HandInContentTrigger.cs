using Dissemination.Content;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class HandInContentTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("HandInContent", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation)
    {
        var file = invocation.Blob("file");
        var person = file.Metadata.GetValueOrDefault(HandIn.PersonMetadata);
        return services.GetRequiredService<ContentIntake>().TakeAsync(file.Name, file.Content, file.ETag, file.LastModified, person, cancellation);
    }
}
