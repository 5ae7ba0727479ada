using System.Runtime.InteropServices;
using Dissemination.Directory;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>When something is aired on a day.</summary>
/// <param name="What">Which of those that were to be placed.</param>
/// <param name="Slot">Null for what is urgent and goes at once, and for what no slot has room for.</param>
/// <param name="From">When it begins in its slot.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Airing(int What, HoursOfDay? Slot, TimeOnly? From);
