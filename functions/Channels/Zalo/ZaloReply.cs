using System.Text.Json;

namespace Dissemination.Channels.Zalo;

/// <summary>What came of one call to Zalo.</summary>
internal abstract record ZaloReply
{
    private ZaloReply()
    {
    }

    /// <summary>Zalo's own words. The HTTP status says nothing: only <c>"error": 0</c> is a yes.</summary>
    public sealed record Answered(int Error, string Message, JsonElement Data) : ZaloReply
    {
        public bool IsYes => Error == 0;

        /// <summary>A value of the data as text, or null; Zalo writes ids as text and as numbers.</summary>
        public string? Text(string name) => ZaloAnswers.Text(Data, name);
    }

    /// <summary>The call surely did not reach Zalo.</summary>
    public sealed record NeverLeft : ZaloReply;

    /// <summary>It left, and no answer in Zalo's form came back.</summary>
    public sealed record Lost(string What) : ZaloReply;

    /// <summary>It was not made, because there is no access token to make it with.</summary>
    public sealed record NoToken(SendOutcome Outcome) : ZaloReply;
}
