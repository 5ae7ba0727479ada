namespace Dissemination.Channels.Facebook;

/// <summary>Why a call brought no value.</summary>
internal abstract record FacebookFailure
{
    private FacebookFailure()
    {
    }

    /// <summary>No connection came about.</summary>
    public sealed record NeverLeft : FacebookFailure;

    /// <summary>It left, and no answer came that can be read.</summary>
    public sealed record Lost(string What) : FacebookFailure;

    /// <summary>Facebook said no.</summary>
    public sealed record Refused(int Status, FacebookError Error) : FacebookFailure
    {
        /// <summary>Whether Facebook says that there is nothing of this name, or nothing that the token may see.</summary>
        public bool IsNotThere => Error is { Code: FacebookError.BadParameter, ErrorSubcode: FacebookError.NotThere };
    }
}
