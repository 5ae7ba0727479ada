using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What was typed and ticked to close a meeting.</summary>
internal sealed record MeetingCloseForm(string Attendance, ImmutableArray<ItemId> Items)
{
    public static MeetingCloseForm Of(IFormCollection form) => new(
        form[ToldField.Attendance].ToString(),
        [.. form[ToldField.Items].Select(IStringId<ItemId>.Find).OfType<ItemId>().Distinct()]);
}
