namespace Dissemination.Translation.Exchange;

/// <summary>How much of a file from another tool is read. The work of a whole language is far below.</summary>
internal static class ExchangeLimits
{
    public const int Megabytes = 10;

    public const int MostBytes = Megabytes * 1024 * 1024;

    public const int MostElements = 400_000;

    public const int MostDepth = 64;
}
