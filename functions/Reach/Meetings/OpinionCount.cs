namespace Dissemination.Reach.Meetings;

/// <summary>How many opinions were gathered in a commune on a day. A count that nobody made is null and not 0.</summary>
/// <param name="Topic">The code of the target, task or breakthrough that was asked about; null for the whole.</param>
internal sealed record OpinionCount(int? InPerson, int? Online, string? Topic);
