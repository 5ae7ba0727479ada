using System.Collections.Immutable;
using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Places;

/// <summary>A step of the guide that leads through connecting a channel.</summary>
public sealed class ConnectModel : PageModel
{
    internal ConnectModel(PageFrame frame, ChannelKind channel, int step, ConnectForm form, DirectorySnapshot directory)
        : base(frame) => (Channel, Step, Form, Directory) = (channel, step, form, directory);

    internal ChannelKind Channel { get; }

    /// <summary>From 1.</summary>
    internal int Step { get; }

    internal ConnectForm Form { get; }

    internal DirectorySnapshot Directory { get; }

    internal ImmutableArray<Problem> Wrong { get; init; } = [];

    /// <summary>Why nothing can be sent with the credential yet; null where it is set up, or none was named.</summary>
    internal Problem? NotFound { get; init; }

    /// <summary>What the channel says is wrong; null where it was not asked.</summary>
    internal IReadOnlyList<Problem>? Found { get; init; }

    internal TestSend? Test { get; init; }

    internal string TestForm { get; init; } = "";

    internal string Action => $"{ConnectGuide.Address}/{ChannelForm.NameOf(Channel)}";

    /// <summary>The credentials that serve such places already.</summary>
    internal IEnumerable<string> KnownCredentials => Directory.Destinations
        .Where(destination => destination.Channel == Channel && destination.Credential is { Length: > 0 })
        .Select(destination => destination.Credential!)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Whether the channel took what it was asked or sent, so that adding the place comes next.</summary>
    internal bool IsWell => Found is { Count: 0 } || Test is { State: TestState.Sent };

    /// <summary>The fields of the place; its channel and credential are known, and only loudspeakers have clusters.</summary>
    internal IEnumerable<DirectoryFieldModel> Fields =>
        from column in DirectoryFields.Of(DirectoryTable.Destinations, Directory)
        where column.Column is not ("channel" or "credential" or "clusters")
        select new DirectoryFieldModel(
            column.Column is "address" ? column with { Hint = ConnectGuide.AddressHintOf(Channel) } : column,
            Form.Cells.GetValueOrDefault(column.Column, ""),
            Of(column.Column));

    internal DirectoryFieldModel CredentialField => new(
        new("credential", Texts.ConnectCredentialHint, []), Form.CredentialName, Of("credential"));

    private IEnumerable<Problem> Of(string column) =>
        Wrong.Where(problem => DirectoryRowView.IsBesideField(problem) && problem.Place!.Field == column).Select(DirectoryRowView.InWords);
}
