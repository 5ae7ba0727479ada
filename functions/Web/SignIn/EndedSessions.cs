using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>Which sessions people ended before their time: a cookie that somebody copied ends with them.</summary>
/// <param name="People">By person's id, until when the sessions began that ended everywhere at once.</param>
/// <param name="Sessions">By session's id, when it ended.</param>
internal sealed record EndedSessions(
    ImmutableDictionary<string, DateTimeOffset> People, ImmutableDictionary<string, DateTimeOffset> Sessions)
{
    public static EndedSessions None { get; } = new([], []);

    public bool Contains(Session session) =>
        Sessions.ContainsKey(session.Id) || (People.TryGetValue(session.Person.Value, out var until) && session.Began <= until);

    public EndedSessions With(PersonId person, DateTimeOffset now) => this with { People = People.SetItem(person.Value, now) };

    public EndedSessions With(Session session, DateTimeOffset now) => this with { Sessions = Sessions.SetItem(session.Id, now) };

    /// <summary>Without what no session can be of any more.</summary>
    /// <param name="longest">How long a session lasts at most.</param>
    public EndedSessions Since(DateTimeOffset now, TimeSpan longest) =>
        new(Recent(People, now - longest), Recent(Sessions, now - longest));

    private static ImmutableDictionary<string, DateTimeOffset> Recent(
        ImmutableDictionary<string, DateTimeOffset> all, DateTimeOffset from) =>
        all.RemoveRange(all.Where(ended => ended.Value < from).Select(ended => ended.Key));
}
