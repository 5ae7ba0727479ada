namespace Dissemination.Reviewing;

/// <summary>Why a recording mostly goes back to who read it: what a listener taps instead of typing it.</summary>
internal enum ListenerCause
{
    /// <summary>One hears other things than the voice.</summary>
    Noise,

    /// <summary>It is too quiet.</summary>
    Quiet,

    /// <summary>Other words are said than are written.</summary>
    Misread,

    /// <summary>A sentence, or the beginning or end of one, is not there.</summary>
    Missing,

    /// <summary>It is too fast, or not clear enough to be understood.</summary>
    Unclear,
}
