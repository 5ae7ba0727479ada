using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>What somebody had typed when a sign-in came between, so that it can be sent afterwards.</summary>
/// <param name="Action">Where it was sent to.</param>
/// <param name="Back">The page that it was on.</param>
/// <param name="Fields">Names and values in turn, the token of the form among them: it is the same form that is sent.</param>
internal sealed record KeptForm(PersonId Person, string Action, string? Back, ImmutableArray<string> Fields)
{
    public IEnumerable<(string Name, string Value)> Inputs => Fields.Chunk(2).Select(pair => (pair[0], pair[1]));
}
