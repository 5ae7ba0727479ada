using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators;

/// <summary>
/// A server on the loopback interface that speaks a channel's language, remembers what was really posted, and fails when asked to.
/// </summary>
public interface ISimulator : IAsyncDisposable
{
    string BaseUrl { get; }

    /// <summary>What is really there, in the order in which it came; what was deleted is not in it.</summary>
    IReadOnlyList<PostedPost> Posted { get; }

    /// <summary>How often it was called, whatever came of it.</summary>
    int Calls { get; }

    /// <summary>How many of its answers said "later".</summary>
    int Throttled { get; }

    /// <summary>
    /// How often a credential was used before the time that an answer to it had named. What was under way when it answered does not count.
    /// </summary>
    int AskedTooSoon { get; }

    /// <summary>What goes wrong with calls that post.</summary>
    FaultPlan Faults { get; set; }
}
