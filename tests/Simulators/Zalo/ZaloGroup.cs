namespace Dissemination.Simulators.Zalo;

/// <summary>A group that an account owns.</summary>
public sealed record ZaloGroup(string Id, string Name, int Members, string Status = "enabled");
