using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>Who is asked for a translation; without a commune nobody is any more.</summary>
/// <param name="DueAt">Until when; null where it has time.</param>
internal sealed record AssignRequest(CommuneId? Commune, PersonId? Person, DateTimeOffset? DueAt);
