using System.Collections.Immutable;

namespace Dissemination.Web.Pages.Places;

/// <summary>A field of a form of the directory.</summary>
/// <param name="Column">Of the file, and the field's name.</param>
/// <param name="Hint">What to write there; null where the label says it.</param>
/// <param name="Options">What may be chosen, by the words of the file; empty where words are written.</param>
/// <param name="IsMany">Whether several may be chosen.</param>
/// <param name="IsFixed">Whether it stays as it is once the row is there.</param>
internal sealed record DirectoryField(
    string Column, string? Hint, ImmutableArray<(string Value, string Words)> Options, bool IsMany = false, bool IsFixed = false);
