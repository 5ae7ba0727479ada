namespace Dissemination.Channels;

/// <summary>What a part of a post is to its readers.</summary>
internal enum PostPiece
{
    /// <summary>A message of its own, with its pictures.</summary>
    Message,

    /// <summary>The title of an article or an entry; an article's has its cover.</summary>
    Title,

    Author,

    Description,

    /// <summary>The words of an article, a block a line.</summary>
    Body,

    /// <summary>Safe HTML.</summary>
    Html,
}
