namespace Dissemination.Web;

/// <summary>What an endpoint answers where its address cannot be read, if that is not what the id itself is answered with.</summary>
/// <param name="Code">A key of <see cref="Problems.ProblemTexts"/>.</param>
internal sealed record UnreadAs(string Code);
