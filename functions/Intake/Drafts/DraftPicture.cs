namespace Dissemination.Intake.Drafts;

/// <summary>A picture of a draft.</summary>
/// <param name="Name">Of its blob within the draft.</param>
internal sealed record DraftPicture(string Name, string Alt, string Caption = "", string Words = "")
{
    public string Alt { get; init => field = value ?? ""; } = Alt ?? "";

    public string Caption { get; init => field = value ?? ""; } = Caption ?? "";

    public string Words { get; init => field = value ?? ""; } = Words ?? "";
}
