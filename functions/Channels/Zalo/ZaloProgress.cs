using System.Globalization;

namespace Dissemination.Channels.Zalo;

/// <summary>How far a post has come on Zalo, as it is stored between two tries.</summary>
internal abstract record ZaloProgress
{
    private const string Token = "token:";
    private const string Article = "article:";
    private const string Old = "old:";

    private ZaloProgress()
    {
    }

    /// <summary>Null where nothing is there yet.</summary>
    public static ZaloProgress? Parse(string? text) => text switch
    {
        null or "" => null,
        _ when text.StartsWith(Old, StringComparison.Ordinal) => Parse(text[Old.Length..]) is { } begun ? new Outdated(begun) : null,
        _ when text.StartsWith(Article, StringComparison.Ordinal) => new Made(text[Article.Length..]),
        _ when text.StartsWith(Token, StringComparison.Ordinal)
            && text.LastIndexOf('@') is > 0 and var at
            && long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) =>
            new Verifying(text[Token.Length..at], DateTimeOffset.FromUnixTimeSeconds(seconds)),
        _ => null,
    };

    /// <summary>The same for a post with other words; null where what is there is no article.</summary>
    public static string? TakeOver(string progress) => Parse(progress) switch
    {
        null => null,
        Outdated outdated => outdated.ToString(),
        var begun => new Outdated(begun).ToString(),
    };

    /// <summary>The article was taken, and is not ready yet.</summary>
    /// <param name="Ticket">What Zalo is asked for it with.</param>
    public sealed record Verifying(string Ticket, DateTimeOffset Since) : ZaloProgress
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Token}{Ticket}@{Since.ToUnixTimeSeconds()}");
    }

    /// <summary>What is there has the words of before, and gets others first.</summary>
    public sealed record Outdated(ZaloProgress Begun) : ZaloProgress
    {
        public override string ToString() => $"{Old}{Begun}";
    }

    /// <summary>The article is there; what else is to be done with it is not.</summary>
    public sealed record Made(string Id) : ZaloProgress
    {
        public override string ToString() => Article + Id;
    }
}
