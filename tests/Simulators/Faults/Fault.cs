namespace Dissemination.Simulators.Faults;

/// <summary>What goes wrong with one call.</summary>
public enum Fault
{
    None,

    /// <summary>The channel's own words for "later", with a time.</summary>
    Throttled,

    /// <summary>A 5xx; nothing was posted.</summary>
    ServerError,

    /// <summary>A 5xx, and yet it was posted.</summary>
    ServerErrorAfterAccept,

    /// <summary>The connection is cut; nothing was posted.</summary>
    CutBeforeAccept,

    /// <summary>The connection is cut, and yet it was posted.</summary>
    CutAfterAccept,

    /// <summary>An answer that is not JSON, after posting.</summary>
    Malformed,

    /// <summary>Posted, and answered late.</summary>
    Slow,
}
