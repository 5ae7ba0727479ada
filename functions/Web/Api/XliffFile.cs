namespace Dissemination.Web.Api;

/// <summary>XLIFF files on their way out.</summary>
internal static class XliffFile
{
    /// <summary>As its standard registers it.</summary>
    public const string ContentType = "application/xliff+xml";

    public static IResult Of(byte[] file, string name) => TypedResults.File(file, ContentType, name);
}
