using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Credentials by the places that they serve: their own names are those of settings, which few people know.</summary>
internal static class LaneLabels
{
    /// <summary>
    /// For example <c>Nhóm Zalo OA xã Nà Tấu</c>, or <c>Telegram: 45 nơi đăng</c>; its own name where the directory names it no more.
    /// </summary>
    public static string Of(string lane, DirectorySnapshot directory)
    {
        var places = directory.Destinations.Where(place => place.Credential == lane).ToList();
        return places switch
        {
            [] => lane,
            [var only] => only.Name,
            _ => $"{ChannelsOf(places)}: {TextFormat.Fill(Texts.LaneDestinations, LocalTime.Number(places.Count))}",
        };
    }

    /// <summary>What is told of something, with the places where it names a credential.</summary>
    public static string TextOf(Problem problem, DirectorySnapshot directory) =>
        Said(problem, directory).Text(CultureInfo.CurrentUICulture);

    private static Problem Said(Problem problem, DirectorySnapshot directory) => problem.Arguments.IsDefaultOrEmpty
        ? problem
        : problem with { Arguments = [.. problem.Arguments.Select(argument => Of(argument, directory))] };

    private static string ChannelsOf(IEnumerable<Destination> places) =>
        string.Join(", ", places.Select(place => place.Channel).Distinct().Order().Select(Labels.Of));
}
