namespace Dissemination.Reviewing;

/// <summary>What Telegram says of the address that it sends the reviewers' updates to.</summary>
/// <param name="Address">Null where it sends them nowhere.</param>
/// <param name="IsOurs">Whether it is this program's.</param>
/// <param name="Pending">How many updates wait.</param>
internal sealed record ReviewerConnection(string? Address, bool IsOurs, int Pending, DateTimeOffset? LastErrorAt, string? LastError);
