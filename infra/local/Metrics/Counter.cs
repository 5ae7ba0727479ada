namespace Dissemination.Local.Metrics;

/// <summary>A counter of the worker as it stands.</summary>
/// <param name="Meter">The meter that counts.</param>
/// <param name="Name">The counter's own name.</param>
/// <param name="Description">What it counts, in words for the console.</param>
/// <param name="Service">The storage service that the transactions were for; empty for other counters.</param>
internal readonly record struct Counter(string Meter, string Name, string Description, string Service);
