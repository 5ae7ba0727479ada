using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Reports.Calendar;

/// <summary>An item and how it stands on the calendar in each of its languages.</summary>
/// <param name="Best">The hours at which its communes read most, those of the most communes first.</param>
/// <param name="Quiet">The hours at which machines post nothing there, and in how many communes.</param>
internal sealed record OccasionView(
    Row<Item> Row,
    ImmutableArray<CalendarLine> Lines,
    ImmutableArray<(HoursOfDay Hours, int Communes)> Best,
    ImmutableArray<(HoursOfDay Hours, int Communes)> Quiet);
