namespace Dissemination.Content;

/// <summary>What is taken at most. The size of a file is in <see cref="Problems.TextFile"/>.</summary>
internal static class Limits
{
    /// <summary>The characters of an article, or of all the texts of one row.</summary>
    public const int TextCharacters = 100_000;

    /// <summary>Halves of emoji and the like, which take six characters each in storage.</summary>
    public const int TextSurrogates = 40_000;

    /// <summary>The rows of a sheet.</summary>
    public const int SheetRows = 2_000;

    /// <summary>The targets, tasks and breakthroughs of a resolution.</summary>
    public const int Topics = 200;

    /// <summary>The characters of a title, issuer, speaker and the like.</summary>
    public const int LineCharacters = 1_000;

    public const int PictureBytes = 10 * 1024 * 1024;

    /// <summary>The pictures of an item, as many as an album of Telegram takes.</summary>
    public const int Pictures = 10;

    /// <summary>The longer side of a picture as it is published, in pixels: what the largest channel shows at most.</summary>
    public const int PublishedSide = 2_560;

    /// <summary>The bytes of a picture that is published without loss; a larger one becomes a JPEG.</summary>
    public const int PublishedPngBytes = 3 * 1024 * 1024;

    /// <summary>Width and height together, as Telegram takes them.</summary>
    public const int PictureSides = 10_000;

    /// <summary>The longer side by the shorter, as Telegram takes them.</summary>
    public const int PictureRatio = 20;
}
