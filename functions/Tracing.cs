using System.Diagnostics;

namespace Dissemination;

/// <summary>One trace from the dropped file to the channel. Where nothing listens there is no activity, and each of these costs nothing.</summary>
internal static class Tracing
{
    public const string SourceName = "Dissemination";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Where the work that runs now belongs, to be kept in a message or a row; null where nothing is traced.</summary>
    public static string? Current => Activity.Current?.Id;

    /// <summary>Goes on where a message or a row left off.</summary>
    /// <param name="parent">What <see cref="Current"/> was when it was written; null begins under what runs now.</param>
    public static Activity? Continue(string name, string? parent, ActivityKind kind = ActivityKind.Internal) =>
        ActivityContext.TryParse(parent, traceState: null, isRemote: true, out var context)
            ? Source.StartActivity(name, kind, context)
            : Source.StartActivity(name, kind);
}
