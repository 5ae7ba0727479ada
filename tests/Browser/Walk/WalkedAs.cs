namespace Dissemination.Tests.Browser.Walk;

/// <summary>On what a person walks through the pages.</summary>
/// <param name="Width">Of the screen.</param>
/// <param name="Language">Of the pages.</param>
/// <param name="Script">Whether the browser runs scripts.</param>
internal sealed record WalkedAs(int Width, string Language, bool Script);
