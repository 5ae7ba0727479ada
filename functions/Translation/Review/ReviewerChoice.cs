using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Review;

/// <summary>Who is asked to look at a translation.</summary>
internal static class ReviewerChoice
{
    /// <summary>
    /// Those who may approve it. Whoever took it is asked alone, and so is the one person, or are the people of the one commune, that the
    /// province asked for it, unless all of those wrote it.
    /// </summary>
    public static ImmutableArray<Person> Of(
        TranslatedVersion translation, ItemContent content, DirectorySnapshot directory, DateTimeOffset now)
    {
        if (translation is not { State: TranslationState.InReview, IsOpen: true })
        {
            return [];
        }

        ImmutableArray<Person> able =
        [
            .. directory.People.Where(person =>
                !translation.Editors.Contains(person.Id)
                    && TranslationAccess.Check(person, translation.TextId, content, directory) is null),
        ];
        if (translation.Claim is { } claim && claim.At + Claim.Holds > now)
        {
            return [.. able.Where(person => person.Id == claim.By)];
        }

        if (translation.Assignment is not { } asked)
        {
            return able;
        }

        ImmutableArray<Person> ofCommune = [.. able.Where(person => person.Commune == directory.Successor(asked.Commune))];
        return able.FirstOrDefault(person => person.Id == asked.Person) is { } one ? [one]
            : ofCommune is not [] ? ofCommune
            : able;
    }
}
