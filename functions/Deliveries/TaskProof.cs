using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>What a person tells of a hand task beside that it is done.</summary>
/// <param name="Link">Where it can be seen.</param>
/// <param name="Clusters">By how many clusters of loudspeakers it was read out.</param>
/// <param name="Times">How often it was read out.</param>
/// <param name="Photograph">The name of its file in <c>photographs</c>.</param>
internal sealed record TaskProof(string? Link = null, int? Clusters = null, int? Times = null, string? Photograph = null)
{
    public const int LongestLink = 500;

    /// <summary>More clusters than any commune of the province has.</summary>
    public const int MostClusters = DestinationRows.MostClusters;

    /// <summary>More often than anything is read out.</summary>
    public const int MostTimes = 20;

    /// <summary>Why it cannot be so; null where it can.</summary>
    public Problem? Impossible =>
        Link is { } link && (link.Length > LongestLink || !IsAddress(link))
            ? new(nameof(ProblemTexts.ProofLinkWrong), null, link[..Math.Min(link.Length, 80)])
        : TooMuch(Clusters, MostClusters) ?? TooMuch(Times, MostTimes);

    private static Problem? TooMuch(int? told, int most) => told is { } number && (number < 0 || number > most)
        ? new(nameof(ProblemTexts.ProofNumberWrong), null, LocalTime.Number(number), LocalTime.Number(most))
        : null;

    private static bool IsAddress(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
