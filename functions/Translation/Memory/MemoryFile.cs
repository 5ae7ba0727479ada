using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Memory;

/// <summary>A file of another tool that was taken into the memory. What it holds are suggestions: nobody here has approved them.</summary>
/// <param name="Id">By which the same file is known again; never the id of a version.</param>
/// <param name="Name">As its person knows it.</param>
/// <param name="Segments">How many of its segments were taken.</param>
/// <param name="LeftOut">How many were not.</param>
/// <param name="HandIn">Where it came as content.</param>
internal sealed record MemoryFile(
    string Id, string Name, PersonId? By, DateTimeOffset At, int Segments, int LeftOut, HandInId? HandIn = null);
