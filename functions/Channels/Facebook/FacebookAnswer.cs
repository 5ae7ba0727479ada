using System.Diagnostics.CodeAnalysis;

namespace Dissemination.Channels.Facebook;

/// <summary>What came back from one call: a value, or why there is none.</summary>
/// <param name="Usage">How near the limits it came; told with a yes and with a no.</param>
internal sealed record FacebookAnswer<T>(T? Value, FacebookFailure? Failure, FacebookUsage Usage)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsYes => Value is not null;
}
