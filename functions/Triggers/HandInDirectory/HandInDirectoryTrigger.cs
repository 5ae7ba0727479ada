using Dissemination.Content;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class HandInDirectoryTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("HandInDirectory", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation)
    {
        var file = invocation.Blob("file");
        var person = file.Metadata.GetValueOrDefault(HandIn.PersonMetadata);
        return services.GetRequiredService<DirectoryImport>().TakeAsync(file.Name, file.ETag, file.LastModified, person, cancellation);
    }
}
