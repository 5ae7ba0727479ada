namespace Dissemination.Directory;

/// <summary>Something that came into a directory that was there already: what was published before was not meant for it.</summary>
/// <param name="Destination">The new destination; null where the commune or one of its languages is new.</param>
/// <param name="Language">The new language; null where the commune or a destination is new.</param>
internal sealed record Beginning(CommuneId Commune, DestinationId? Destination, LanguageTag? Language, DateTimeOffset At);
