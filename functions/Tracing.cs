using System.Diagnostics;

namespace Dissemination;

/// <summary>
/// One trace from the dropped file to the channel. Where nothing listens there is no activity, and each of these costs nothing.
/// </summary>
internal static class Tracing
{
    public const string SourceName = "Dissemination";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// The stage that runs now, to be kept in a message or a row; null where nothing is traced. A web request is none: its server begins an
    /// activity for each, even where nobody listens.
    /// </summary>
    public static string? Current => Activity.Current is { } running && running.Source == Source ? running.Id : null;

    /// <summary>Goes on where a message or a row left off.</summary>
    /// <param name="parent">What <see cref="Current"/> was when it was written; null begins under what runs now.</param>
    /// <param name="begunAt">When it began, where that was before; null is now.</param>
    public static Activity? Continue(
        string name, string? parent, ActivityKind kind = ActivityKind.Internal, DateTimeOffset begunAt = default) =>
        ActivityContext.TryParse(parent, traceState: null, isRemote: true, out var context)
            ? Source.StartActivity(name, kind, context, tags: null, Links(), begunAt)
            : Source.StartActivity(name, kind, parentContext: default, startTime: begunAt);

    /// <summary>From the item's trace to the invocation that worked at it, which is in a trace of its own.</summary>
    private static ActivityLink[]? Links() => Activity.Current is { } running ? [new(running.Context)] : null;
}
