using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Intake.Drafts;

/// <summary>
/// What a draft of a campaign begins with, as the file of its resolution says: who issues it, where it is spread and when. A person sees it
/// in the form and changes it there. Pure functions.
/// </summary>
internal static class CampaignDefaults
{
    /// <summary>When what goes out on a day does, where nobody said so.</summary>
    private const string Morning = "07:00";

    /// <summary>The newest resolution is the one that is spread.</summary>
    public static Resolution? Current(KnownReferences known) => known.Resolutions.Values
        .OrderByDescending(found => found.Adopted).ThenBy(found => found.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <param name="before">Who issued what came before.</param>
    public static string IssuerOf(Resolution? campaign, string before) => campaign?.Issuer ?? before;

    /// <summary>Those that the directory still names; none means everywhere.</summary>
    public static ImmutableArray<CommuneId> CommunesOf(Resolution? campaign, KnownReferences known) =>
        [.. (campaign?.Communes ?? []).Where(id => known.Directory.Find(id) is { MergedInto: null })];

    /// <summary>Not before it begins; empty once it has begun.</summary>
    public static string PublishAtOf(Resolution? campaign, DateTimeOffset now) =>
        campaign?.Begins is { } begins && begins > LocalTime.DayOf(now) ? $"{LocalTime.Text(begins)} {Morning}" : "";

    /// <summary>Its last day; empty once that is over.</summary>
    public static string ExpiresAtOf(Resolution? campaign, DateTimeOffset now) =>
        campaign?.Ends is { } ends && ends >= LocalTime.DayOf(now) ? LocalTime.Text(ends) : "";
}
