using System.Text.Json.Serialization;

namespace Dissemination.Intake.Drafts;

/// <summary>A picture of a draft.</summary>
/// <param name="Name">Of its blob within the draft, as it came.</param>
internal sealed record DraftPicture(string Name, string Alt, string Caption = "", string Words = "")
{
    public string Alt { get; init => field = value ?? ""; } = Alt ?? "";

    public string Caption { get; init => field = value ?? ""; } = Caption ?? "";

    public string Words { get; init => field = value ?? ""; } = Words ?? "";

    /// <summary>The file that was handed in already, beside its item; empty where it goes along with the draft.</summary>
    public string File { get; init => field = value ?? ""; } = "";

    /// <summary>How it is cut, by <see cref="PictureCutting"/>; empty where it stays whole.</summary>
    public string Cut { get; init => field = PictureCutting.IsKnown(value) ? value! : ""; } = "";

    /// <summary>Whether it goes along with the draft when that is handed in.</summary>
    [JsonIgnore]
    public bool IsNew => File.Length == 0 || Cut.Length > 0;

    /// <summary>The name of the blob that is shown and handed in: what came stays beside it, so that a cut can be taken back.</summary>
    [JsonIgnore]
    public string Shown => Cut.Length == 0
        ? Name
        : $"{Path.GetFileNameWithoutExtension(Name)}-{Cut}{(Path.GetExtension(Name) == ".png" ? ".png" : ".jpg")}";
}
