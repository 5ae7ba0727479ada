using Dissemination.Intake;

namespace Dissemination.Deliveries.DirectoryChanges;

/// <summary>A change of the directory that waits for people, with what it does.</summary>
internal sealed record ProposedDirectory(DirectoryChange Change, DirectoryEffects Effects);
