using Dissemination.Content;

namespace Dissemination.Intake;

/// <summary>A version of a file as it lies in a container.</summary>
/// <param name="By">Who handed it in, where that is proven.</param>
internal sealed record DroppedFile(string Container, string Path, string ETag, DateTimeOffset LastModified, HandedInBy? By)
{
    /// <summary>What is noted of it, as long as nothing is wrong with it.</summary>
    public HandIn ToHandIn() => new()
    {
        Id = HandInId.Of(Container, Path, LastModified, ETag),
        Container = Container,
        File = Path,
        At = LastModified,
        State = HandInState.Accepted,
        By = By?.Person.Value,
        MayApprove = By is { MayApprove: true },
    };
}
