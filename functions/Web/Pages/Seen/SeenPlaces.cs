using Dissemination.Channels;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;

namespace Dissemination.Web.Pages.Seen;

/// <summary>Where the pieces of what is seen are found.</summary>
/// <param name="Site">The public address of the program, with which feeds name pictures.</param>
/// <param name="PictureAt">Where those who work here see a picture that is not out yet.</param>
/// <param name="Address">The page that shows another language, with <c>{0}</c> for it; null where only one can be shown.</param>
internal sealed record SeenPlaces(
    DirectorySnapshot Directory, Uri Site, Func<ForeseenPost, PostPicture, string> PictureAt, string? Address = null);
