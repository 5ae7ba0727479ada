using System.Runtime.InteropServices;

namespace Dissemination.Reports.Calendar;

/// <summary>Where an item goes in a language.</summary>
/// <param name="Communes">In how many communes.</param>
/// <param name="Places">To how many places.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LanguagePlaces(int Communes, int Places);
