using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>What a sheet is read with.</summary>
/// <param name="Reader">Who hands it in.</param>
/// <param name="Now">In the province's time.</param>
internal sealed record SheetReading(DirectorySnapshot Directory, Person Reader, DateTime Now);
