using Dissemination.Content;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What was typed into a form that was not done, so that it stands there again.</summary>
internal sealed record FormInput
{
    public VersionText? Text { get; init; }

    /// <summary>By the place of the segment.</summary>
    public IReadOnlyDictionary<int, string>? Segments { get; init; }

    public string? Reason { get; init; }

    /// <summary>Why a translation is returned.</summary>
    public ReturnCause? Cause { get; init; }

    /// <summary>Why a variant is dropped.</summary>
    public string? DropReason { get; init; }

    public string? Comment { get; init; }
}
