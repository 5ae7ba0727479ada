namespace Dissemination.Deliveries;

/// <summary>What becomes of the posts of an item that expires.</summary>
internal enum ExpiredPosts
{
    /// <summary>They stay where they are.</summary>
    Stay,

    /// <summary>They are taken down as those of an item that is withdrawn.</summary>
    TakenDown,
}
