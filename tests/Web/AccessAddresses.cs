using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;

namespace Dissemination.Tests.Web;

/// <summary>An address for each line of the table of docs/access.md; what belongs to a commune is Búng Lao's.</summary>
internal sealed partial class AccessAddresses
{
    private readonly DeliveryId _task;
    private readonly ToldId _told;
    private readonly string _handIn;

    private AccessAddresses(DeliveryId task, ToldId told, string handIn) => (_task, _told, _handIn) = (task, told, handIn);

    /// <summary>Tells of a meeting, so that there is one to be asked for: once on a site.</summary>
    public static async Task<AccessAddresses> OfAsync(Site site) =>
        new(await site.HandTaskAsync("bung-lao", Site.Published), await TellAsync(site), site.Rejected.Id.Value);

    public string Of(string pattern)
    {
        var path = pattern
            .Replace("{version}", $"{Site.Published}.1.{Site.Thai}", StringComparison.Ordinal)
            .Replace("{language}", Site.Thai, StringComparison.Ordinal)
            .Replace("{lane}", "zalo_na_tau", StringComparison.Ordinal)
            .Replace("{commune}", "bung-lao", StringComparison.Ordinal)
            .Replace("{told}", _told.Value, StringComparison.Ordinal)
            .Replace("{format}", "csv", StringComparison.Ordinal)
            .Replace("{item}", Site.Published, StringComparison.Ordinal);
        path = path switch
        {
            _ when path.Contains("/items/{id}", StringComparison.Ordinal) => path.Replace("{id}", Site.Published, StringComparison.Ordinal),
            _ when path.Contains("hand-in", StringComparison.Ordinal) => path.Replace("{id}", _handIn, StringComparison.Ordinal),
            _ when path.Contains("/destinations/", StringComparison.Ordinal) => path.Replace("{id}", "na-tau.facebook", StringComparison.Ordinal),
            _ => path.Replace("{id}", _task.ToString(), StringComparison.Ordinal),
        };
        var address = Placeholder().Replace(path, "x");
        return IsOfCommune(pattern) ? $"{address}?commune=bung-lao" : address;
    }

    /// <summary>Lists that are a commune's.</summary>
    private static bool IsOfCommune(string pattern) =>
        pattern is "/hand-tasks" or "/hand-tasks/done" or "/hand-tasks/expired" or "/hand-tasks/loudspeakers" or "/held" or "/troubles"
            or "/api/hand-tasks" or "/api/hand-tasks/done" or "/api/held" or "/api/alerts"
            or "/api/deliveries" or "/api/deliveries/troubled"
            or "/meetings" or "/api/meetings";

    /// <summary>A meeting of Búng Lao.</summary>
    private static async Task<ToldId> TellAsync(Site site)
    {
        var told = await site.Get<MeetingService>().AddAsync(
            new(
                new()
                {
                    Commune = new("bung-lao"),
                    Day = new(2026, 11, 1),
                    Meeting = new(MeetingKind.VillageMeeting, Time: null, "bản Búng", MeetingMode.InPerson, 45, [LanguageTag.Vietnamese]),
                },
                field => new(field)),
            await site.PersonAsync(Site.Communicator),
            CancellationToken.None);
        return told.Value!.Record.Id;
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
