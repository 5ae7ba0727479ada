namespace Dissemination.Directory;

/// <summary>What the checks of a text look for in its letters.</summary>
internal enum ScriptDetector
{
    /// <summary>Latin letters, and nothing more is known of the spelling.</summary>
    Latin,

    /// <summary>Tai Viet as the Tai Dam write it: without the letters that only the Tai Dón use.</summary>
    TaiDam,

    /// <summary>Tai Viet with all its letters.</summary>
    TaiDon,

    /// <summary>The spelling of Mông that was approved in Việt Nam in 1961.</summary>
    Chv,

    /// <summary>Romanized Popular Alphabet.</summary>
    Rpa,
}
