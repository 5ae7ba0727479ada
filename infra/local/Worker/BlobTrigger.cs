namespace Dissemination.Local.Worker;

/// <summary>A new version of a blob.</summary>
/// <param name="Path">Container and name, such as <c>content/{name}</c>.</param>
internal sealed record BlobTrigger(string Binding, string Path) : Trigger(Binding)
{
    public string Container => Path.Split('/')[0];
}
