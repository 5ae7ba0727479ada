namespace Dissemination.Web.Pages.Communes;

/// <summary>Why a translation mostly goes back to its editors: what a reviewer taps instead of typing it.</summary>
internal enum ReturnCause
{
    /// <summary>It says something else than the original.</summary>
    Meaning,

    /// <summary>Something of the original is not in it, or more than that.</summary>
    Missing,

    /// <summary>Numbers, names or dates are not those of the original.</summary>
    Figures,

    /// <summary>Letters, marks or tones are written wrong.</summary>
    Spelling,

    /// <summary>People here say it with other words.</summary>
    Words,

    /// <summary>Nobody understands it when it is read out.</summary>
    Unclear,
}
