namespace Dissemination.Local.Metrics;

/// <summary>A counter of the worker as it stands.</summary>
/// <param name="Meter">The meter that counts.</param>
/// <param name="Name">The counter's own name.</param>
/// <param name="Description">What it counts, in words for the console.</param>
/// <param name="For">What the storage transactions were for that it counts.</param>
internal readonly record struct Counter(string Meter, string Name, string Description, Purpose For);
