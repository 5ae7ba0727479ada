using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Memory;

/// <summary>A segment of an approved translation with its original. Serves its own language in its own spelling and no other.</summary>
/// <param name="Version">Where it was approved; taken back with it.</param>
/// <param name="At">When it was approved.</param>
internal sealed record MemorySegment(LanguageTag Language, string Source, string Target, VersionId Version, PersonId? ApprovedBy, DateTimeOffset At);
