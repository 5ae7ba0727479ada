namespace Dissemination.Directory.Changes;

/// <summary>A value of a row, before and after; null where there is none.</summary>
/// <param name="Field">As the column of the file is called.</param>
internal sealed record FieldChange(string Field, string? From, string? To);
