using Dissemination.Problems;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>Addresses of pages and mailboxes and telephone numbers are the original's: nobody approved another one.</summary>
internal sealed class LinkCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        var source = text.Parts.SelectMany(part => part.Source.Links).Select(link => link.Address).ToHashSet(StringComparer.Ordinal);
        var target = text.Parts.SelectMany(part => part.Target.Links).Select(link => link.Address).ToHashSet(StringComparer.Ordinal);
        // Without its scheme no channel makes a link of it.
        var lost = text.Parts.SelectMany(part => part.Source.Links)
            .Where(link => link.Address != link.WithoutScheme && !target.Contains(link.Address) && target.Contains(link.WithoutScheme))
            .ToLookup(link => link.WithoutScheme, link => link.Address, StringComparer.Ordinal);
        foreach (var part in text.Parts)
        {
            foreach (var link in part.Source.Links.Where(link => !target.Contains(link.Address) && !lost.Contains(link.WithoutScheme)))
            {
                yield return part.Across(nameof(ProblemTexts.LinkMissing), Severity.Error, link.Place.Start, Excerpt.Of(link.Written));
            }

            foreach (var link in part.Target.Links.Where(link => !source.Contains(link.Address)))
            {
                yield return lost[link.Address].FirstOrDefault() is { } whole
                    ? part.At(
                        nameof(ProblemTexts.LinkWithoutScheme),
                        Severity.Error,
                        link.Place.Start,
                        link.Place.Length,
                        Excerpt.Of(link.Written),
                        Excerpt.Of(whole))
                    : part.At(
                        nameof(ProblemTexts.LinkAdded), Severity.Error, link.Place.Start, link.Place.Length, Excerpt.Of(link.Written));
            }
        }
    }
}
