namespace Dissemination.Storage;

/// <summary>Somebody else wrote each time that something was to be written.</summary>
/// <param name="what">What was to be written.</param>
internal sealed class LostRaceException(string what) : Exception($"Somebody else changed {what} each time that it was to be written.");
