namespace Dissemination.Channels.Facebook;

/// <summary>The error of the Graph API as it comes.</summary>
/// <param name="IsTransient">Facebook's own word that trying again may help.</param>
internal sealed record FacebookError(string? Message, string? Type, int Code, int? ErrorSubcode, bool? IsTransient, string? FbtraceId)
{
    public const int BadParameter = 100;

    /// <summary>A subcode: the object does not exist, or the token may not see it.</summary>
    public const int NotThere = 33;

    /// <summary>What a person who has to ask Facebook needs: its words and numbers.</summary>
    public string Words =>
        $"{Message} ({Code}{(ErrorSubcode is { } subcode ? $"/{subcode}" : "")}{(FbtraceId is { } trace ? $", {trace}" : "")})";
}
