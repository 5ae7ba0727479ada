namespace Dissemination.Content;

/// <summary>What is taken at most. The size of a file is in <see cref="Problems.TextFile"/>.</summary>
internal static class Limits
{
    /// <summary>The characters of an article, or of all the texts of one row.</summary>
    public const int TextCharacters = 100_000;

    /// <summary>
    /// Stars, brackets and the like in one paragraph: what marks of one kind mean depends on each before it, so the time to read them grows
    /// with the square of their number.
    /// </summary>
    public const int ParagraphMarks = 500;

    /// <summary>How deep marks may stand within each other; the library that writes HTML goes no deeper than 128.</summary>
    public const int MarkDepth = 64;

    /// <summary>The rows of a sheet.</summary>
    public const int SheetRows = 2_000;

    /// <summary>The targets, tasks and breakthroughs of a resolution.</summary>
    public const int Topics = 200;

    /// <summary>The characters of a title, issuer, speaker and the like.</summary>
    public const int LineCharacters = 1_000;

    /// <summary>The characters of a reason that people read.</summary>
    public const int ReasonCharacters = 2_000;

    public const int PictureBytes = 10 * 1024 * 1024;

    /// <summary>The pictures of an item, as many as an album of Telegram takes.</summary>
    public const int Pictures = 10;

    /// <summary>The longer side of a picture as it is published, in pixels: what the largest channel shows at most.</summary>
    public const int PublishedSide = 2_560;

    /// <summary>The longer side of a photograph that shows that something was done, in pixels.</summary>
    public const int PhotographSide = 1_280;

    /// <summary>The bytes of a picture that is published without loss; a larger one becomes a JPEG.</summary>
    public const int PublishedPngBytes = 3 * 1024 * 1024;

    /// <summary>Width and height together, as Telegram takes them.</summary>
    public const int PictureSides = 10_000;

    /// <summary>The longer side by the shorter, as Telegram takes them.</summary>
    public const int PictureRatio = 20;
}
