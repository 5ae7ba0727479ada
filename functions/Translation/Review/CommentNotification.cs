using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Review;

/// <summary>A comment that a person whom it concerns has not seen yet.</summary>
/// <param name="Headline">Of the Vietnamese original.</param>
/// <param name="IsTold">Whether the reviewers' bot told the person already.</param>
internal sealed record CommentNotification(PersonId To, Comment Comment, string Headline, bool IsTold)
{
    [JsonIgnore]
    public TextId Text => new(Comment.Version, Comment.Commune);
}
