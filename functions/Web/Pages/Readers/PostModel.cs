using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>A language version as the public reads it.</summary>
public sealed class PostModel : PageModel
{
    internal PostModel(PageFrame frame, PublishableVersion version)
        : base(frame) => Version = version;

    internal PublishableVersion Version { get; }

    /// <summary>The other languages that it may be read in.</summary>
    internal IReadOnlyList<LanguageTag> Others { get; init; } = [];

    /// <summary>The approval of what is shown: an earlier revision does not carry the one of the current.</summary>
    internal Content.Approval? Approval => Version.Item.ApprovalOf(Version.Id.Revision);

    /// <summary>Where its words are heard; null where nobody read them aloud.</summary>
    internal string? Voice => Version.Voice is { } voice ? $"/voices/{voice.File}" : null;

    internal bool Sample => Version.IsSample;
}
