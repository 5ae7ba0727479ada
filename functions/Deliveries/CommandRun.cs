using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>One command of one person at one moment.</summary>
internal sealed record CommandRun(DeliveryCommand Command, Person By, DateTimeOffset Now, DirectorySnapshot Directory)
{
    public string NameOf(CommuneId commune) => Directory.Find(commune)?.Name ?? commune.Value;
}
