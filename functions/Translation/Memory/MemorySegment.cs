using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Memory;

/// <summary>
/// A segment of an approved translation, or of a file, with its original. Serves its own language in its own spelling and no other.
/// </summary>
/// <param name="Version">Where it was approved; taken back with it. Null where it is a file's.</param>
/// <param name="By">Who approved it, or handed the file in.</param>
/// <param name="At">When that was.</param>
/// <param name="File">The file that it came with: nobody here has approved it.</param>
internal sealed record MemorySegment(
    LanguageTag Language, string Source, string Target, VersionId? Version, PersonId? By, DateTimeOffset At, MemoryFile? File = null)
{
    public string Origin => new MemoryOrigin(Language, Version, File).Id;
}
