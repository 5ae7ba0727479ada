using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;

namespace Dissemination.Tests.Intake;

/// <summary>Wakes the intake as the trigger does.</summary>
internal static class DroppedContent
{
    /// <summary>A file in <c>approved</c>, where a document system drops what an office has approved.</summary>
    public static Task<HandIn> TakeApprovedAsync(
        this ContentIntake intake, string path, ReadOnlyMemory<byte> content, (string ETag, DateTimeOffset At) version, string? person) =>
        TakeAsync(intake, Containers.Approved, path, content, version, person);

    /// <summary>A file in <c>content</c>.</summary>
    public static Task<HandIn> TakeAsync(
        this ContentIntake intake, string path, ReadOnlyMemory<byte> content, (string ETag, DateTimeOffset At) version, string? person) =>
        TakeAsync(intake, Containers.Content, path, content, version, person);

    private static Task<HandIn> TakeAsync(
        ContentIntake intake,
        string container,
        string path,
        ReadOnlyMemory<byte> content,
        (string ETag, DateTimeOffset At) version,
        string? person) =>
        intake.TakeAsync(
            new DroppedFile(container, path, version.ETag, version.At, IStringId<PersonId>.Find(person)), content, CancellationToken.None);
}
