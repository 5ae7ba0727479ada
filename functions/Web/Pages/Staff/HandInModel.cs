using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What became of one file.</summary>
public sealed class HandInModel : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    internal HandInModel(PageFrame frame, HandInId id, HandIn? handIn, DirectorySnapshot directory, DateTimeOffset now)
        : base(frame)
    {
        Id = id;
        HandIn = handIn;
        Directory = directory;
        IsAwaited = handIn is null && now - id.At < Patience;
    }

    internal HandInId Id { get; }

    /// <summary>Null while nobody has looked at the file.</summary>
    internal HandIn? HandIn { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>Whether the reader may hand it in again with the words of its old font in Unicode.</summary>
    internal bool MayConvert => HandIn is { IsInOldFont: true } handIn && HandInFolders.IsOpenTo(handIn.Container, Frame.Person);

    /// <summary>Whether an outcome is to be expected soon.</summary>
    internal bool IsAwaited { get; }
}
