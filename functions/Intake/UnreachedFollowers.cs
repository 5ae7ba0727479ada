using Dissemination.Channels;
using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>Tells whoever hands an item in, once, which places it will not reach because it has no picture.</summary>
internal sealed class UnreachedFollowers(DirectoryStore directories, ChannelRouting routing)
{
    /// <summary>As many as a reader takes in; the others are counted.</summary>
    private const int MostNamed = 5;

    /// <summary>A warning for each item without a picture that is wanted where one is needed.</summary>
    public async Task<HandIn> WarnAsync(HandIn handIn, ReadItems read, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var places = directory.Destinations.Where(routing.NeedsPicture).ToList();
        return places is [] ? handIn : handIn.Warned([.. handIn.Warnings, .. read.Items.Select(Warning).OfType<Problem>()]);

        Problem? Warning(ReadItem item)
        {
            var unreached = HasPicture(item.Content)
                ? []
                : places.FindAll(place => item.Content.IsWantedIn(place.Id.Commune, directory));
            return unreached is [] ? null : new(nameof(ProblemTexts.UnreachedWithoutPicture), item.Place, Names(unreached));
        }
    }

    private static bool HasPicture(ItemContent content) =>
        !content.Pictures.IsEmpty || VersionCards.For(LanguageTag.Vietnamese, content, content.Text, content.Sample) is not null;

    private static string Names(List<Destination> places) =>
        string.Join(", ", places.Take(MostNamed).Select(place => place.Name))
        + (places.Count > MostNamed ? $" (+{LocalTime.Number(places.Count - MostNamed)})" : "");
}
