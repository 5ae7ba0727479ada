using System.Text.Json.Serialization;

namespace Dissemination.Translation.Drafting;

/// <summary>One text of a call.</summary>
internal sealed record AzureText([property: JsonPropertyName("Text")] string Text);
