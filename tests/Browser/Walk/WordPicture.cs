namespace Dissemination.Tests.Browser.Walk;

/// <summary>A picture at the end of a Word file.</summary>
/// <param name="Alt">Its words for those who cannot see it; empty where its writer left them out.</param>
/// <param name="Below">The paragraph below it.</param>
internal sealed record WordPicture(string Alt, string Below = "");
