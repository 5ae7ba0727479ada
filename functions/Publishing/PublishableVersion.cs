using Dissemination.Content;
using Dissemination.Translation;

namespace Dissemination.Publishing;

/// <summary>A language version with all that decides whether and how it goes out.</summary>
/// <param name="Translation">Null for the Vietnamese original.</param>
/// <param name="Picture">The picture that goes with it, once it has come.</param>
internal sealed record PublishableVersion(VersionId Id, Item Item, ItemContent Content, TranslatedVersion? Translation, AcceptedPicture? Picture)
{
    public bool WaitsForPicture => Content.Picture is not null && Picture is null;

    public VersionText Text => Translation?.Text ?? Content.Text;

    public Clearance ClearanceAt(DateTimeOffset now) => Clearance.Of(Item, Id, Translation?.State, now);
}
