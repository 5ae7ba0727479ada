namespace Dissemination.Local.Worker;

/// <summary>A request of the public.</summary>
/// <param name="Methods">Empty = all.</param>
internal sealed record HttpTrigger(string Binding, string Route, IReadOnlyList<string> Methods) : Trigger(Binding);
