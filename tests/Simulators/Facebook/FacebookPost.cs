using System.Collections.Immutable;

namespace Dissemination.Simulators.Facebook;

/// <summary>A published post of a simulated page.</summary>
/// <param name="Number">Of all posts, in the order in which they came.</param>
public sealed record FacebookPost(
    long Number, string Page, string Token, string Id, string Message, ImmutableArray<FacebookPicture> Pictures, DateTimeOffset At);
