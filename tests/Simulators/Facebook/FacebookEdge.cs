namespace Dissemination.Simulators.Facebook;

/// <summary>What a call is for.</summary>
public enum FacebookEdge
{
    /// <summary>Posting to a page.</summary>
    Feed,

    /// <summary>Bringing a picture.</summary>
    Photos,

    /// <summary>Editing or deleting a post.</summary>
    Change,

    /// <summary>Listing a page's posts.</summary>
    List,

    /// <summary>Reading one post.</summary>
    Post,

    /// <summary>One metric of a post.</summary>
    Insights,

    /// <summary>Reading a page.</summary>
    Page,

    /// <summary>Looking at a token.</summary>
    Token,
}
