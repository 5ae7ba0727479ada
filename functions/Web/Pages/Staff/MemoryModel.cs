using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Memory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The memory of a language: what came into it as files, and how to get it out.</summary>
public sealed class MemoryModel : PageModel
{
    internal MemoryModel(PageFrame frame)
        : base(frame)
    {
    }

    internal LanguageTag Language { get; init; }

    internal IReadOnlyList<MemoryFile> Files { get; init; } = [];

    /// <summary>What was not taken of the file that was just sent.</summary>
    internal ImmutableArray<Problem> LeftOut { get; init; } = [];

    internal DirectorySnapshot Directory { get; init; } = DirectorySnapshot.Empty;

    internal bool MayTake => Frame.Person?.Is(Role.Staff) == true;

    internal string NameOf(MemoryFile file) => file.By is { } by ? Directory.Find(by)?.Name ?? by.Value : Texts.MemoryByNobody;
}
