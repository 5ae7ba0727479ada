using System.Globalization;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What a person tells with a confirmation, as it was typed.</summary>
internal sealed record ProofForm(string? Attendance, string? Link, string? Clusters, string? Times)
{
    /// <summary>A photograph as it was sent; null where none was chosen.</summary>
    public IFormFile? Photograph { get; init; }

    public static async ValueTask<ProofForm> BindAsync(HttpContext context) => Of(await OwnForm.ReadAsync(context));

    public static ProofForm Of(IFormCollection form) => new(form["attendance"], form["link"], form["clusters"], form["times"])
    {
        Photograph = form.Files["photograph"] is { Length: > 0 } file ? file : null,
    };

    /// <summary>What is meant, or the first thing that cannot be understood.</summary>
    public (DeliveryCommand.Confirm Confirm, Problem? Problem) Read()
    {
        var (present, wrong) = Communes.Attendance.Read(Attendance);
        var (clusters, wrongClusters) = Number(Clusters);
        var (times, wrongTimes) = Number(Times);
        var link = string.IsNullOrWhiteSpace(Link) ? null : Link.Trim();
        var proof = new TaskProof(link, clusters, times);
        return (new(present) { Proof = proof == new TaskProof() ? null : proof }, wrong ?? wrongClusters ?? wrongTimes);
    }

    private static (int? Number, Problem? Problem) Number(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (null, null)
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, null)
        : (null, new(nameof(ProblemTexts.ProofNotANumber), null, typed));
}
