namespace Dissemination.Channels.Zalo;

/// <summary>Zalo could choose by age, sex and place. This program never does: every follower is addressed.</summary>
/// <param name="Gender"><c>0</c> for everybody; an empty choice is not documented.</param>
internal sealed record ZaloAudience(string Gender = "0");
