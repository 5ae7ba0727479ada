using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Web.SignIn;

/// <summary>
/// What was refused of all that one request asked for, for the record: the answer as a whole may well say that it was done.
/// </summary>
/// <param name="Each">The id of what it was asked for, and why it was not done.</param>
internal sealed record RefusedOfMany(ImmutableArray<(string Id, Problem Problem)> Each)
{
    /// <summary>Whoever does the same to many notes what was not done for whoever records it.</summary>
    public static void Note(HttpContext context, IEnumerable<(string Id, Problem Problem)> refused) =>
        context.Features.Set(new RefusedOfMany([.. refused]));
}
