namespace Dissemination.Web.Api;

/// <summary>What a channel said of a destination.</summary>
/// <param name="Well">Whether posts would arrive and be seen.</param>
internal sealed record CheckAnswer(bool Well, IReadOnlyList<ProblemAnswer> Problems);
