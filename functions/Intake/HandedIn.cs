using Dissemination.Content;

namespace Dissemination.Intake;

/// <summary>A version of a file that is now in storage.</summary>
internal sealed record HandedIn(HandInId Id, string File);
