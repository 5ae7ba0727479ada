namespace Dissemination.Simulators.Zalo;

/// <summary>A message in a group, as it really is there.</summary>
/// <param name="Picture">The bytes of its picture, if it has one.</param>
public sealed record ZaloGroupMessage(string Account, string Group, string Message, string Text, byte[]? Picture, DateTimeOffset At);
