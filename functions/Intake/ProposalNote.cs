using Dissemination.Directory;

namespace Dissemination.Intake;

/// <summary>What people have said of the change that lies in the container.</summary>
/// <param name="Subject">The files and the directory that it was said of; of any others nothing has been said yet.</param>
/// <param name="ProposedBy">Who said yes first, where a second person has to.</param>
internal sealed record ProposalNote(string Subject, PersonId ProposedBy, DateTimeOffset At);
