namespace Dissemination.Channels.Preview;

/// <summary>In which row a delivery's preview is.</summary>
internal sealed record PreviewPointer(string Row);
