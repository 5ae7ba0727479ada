namespace Dissemination;

/// <summary>How what is read is asked for: programs ask with HEAD whether there is something new.</summary>
internal static class ReadMethods
{
    public static string[] All { get; } = [HttpMethods.Get, HttpMethods.Head];
}
