using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What a commune's loudspeakers are to read out, to print.</summary>
public sealed class LoudspeakersModel : PageModel
{
    /// <summary>More than a day has room for.</summary>
    internal const int MostScripts = 12;

    internal LoudspeakersModel(
        PageFrame frame, DirectorySnapshot directory, Commune? commune, IReadOnlyList<LoudspeakerScript> scripts)
        : base(frame) => (Directory, Commune, Scripts) = (directory, commune, scripts);

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where the reader has none and has not chosen one.</summary>
    internal Commune? Commune { get; }

    internal IReadOnlyList<LoudspeakerScript> Scripts { get; }

    internal DateOnly Today { get; init; }

    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;
}
