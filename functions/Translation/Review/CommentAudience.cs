using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Translation.Review;

/// <summary>Whom a comment concerns.</summary>
internal static class CommentAudience
{
    /// <summary>More are not told of one comment: each is a write in its transaction.</summary>
    public const int Most = 40;

    /// <summary>
    /// Who wrote the text, works at it, was asked for it or asked for it, reviewed it, or said something about it before; and while it is
    /// in review those who are asked to look at it. Never the one who says it.
    /// </summary>
    public static ImmutableArray<PersonId> Of(
        TranslatedVersion translation, IEnumerable<Comment> earlier, IEnumerable<Person> asked, PersonId by, DirectorySnapshot directory)
    {
        PersonId?[] single = [translation.Claim?.By, translation.Assignment?.Person, translation.Assignment?.By, translation.ReviewedBy];
        return
        [
            .. translation.Editors.Concat(single.OfType<PersonId>()).Concat(earlier.Select(comment => comment.By))
            .Concat(asked.Select(person => person.Id))
                .Distinct()
                .Where(person => person != by && directory.Find(person) is not null)
                .Take(Most),
        ];
    }
}
