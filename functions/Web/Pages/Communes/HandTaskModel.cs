using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Recordings;

namespace Dissemination.Web.Pages.Communes;

/// <summary>One hand task with the words and the pictures to copy.</summary>
public sealed class HandTaskModel : PageModel
{
    internal HandTaskModel(PageFrame frame, HandTaskPost task, DirectorySnapshot directory)
        : base(frame) =>
        (Delivery, Place, DestinationName, Post, Sample, Notes, Voice, Airing) = (
            task.Delivery,
            directory.DestinationOf(task.Delivery),
            directory.DestinationOf(task.Delivery)?.Name ?? directory.NameOf(task.Delivery.Id.Destination),
            task.Rendered,
            task.Post.Sample,
            task.Notes,
            task.Voice,
            task.Delivery is { Channel: ChannelKind.Loudspeaker, Action: not DeliveryAction.Remove } ? task.Version.Content.Airing : null);

    internal Delivery Delivery { get; }

    /// <summary>Null where the directory has it no more.</summary>
    internal Destination? Place { get; }

    /// <summary>What people call the place, or called it.</summary>
    internal string DestinationName { get; }

    internal RenderedPost Post { get; }

    internal bool Sample { get; }

    /// <summary>What the person has to know of the words and the picture.</summary>
    internal IReadOnlyList<Problem> Notes { get; }

    /// <summary>The words read aloud; null where nobody did.</summary>
    internal ApprovedVoice? Voice { get; }

    /// <summary>Where those who work here hear it, before the public does.</summary>
    internal string? VoiceAddress => Voice is { } voice ? AddressOf(voice) : null;

    internal static string AddressOf(ApprovedVoice voice) =>
        $"{RecordingPageServices.Path}/{voice.File.Replace("/", "/files/", StringComparison.Ordinal)}";

    /// <summary>How soon it is to be aired; null where it is no loudspeaker's, or there is nothing to air.</summary>
    internal AiringLevel? Airing { get; }

    /// <summary>The pictures and the recording that go with the words to another app of the phone.</summary>
    internal string SharedFiles => string.Join(
        ' ', Post.Pictures.Select(picture => $"/feeds/pictures/{picture.Blob}").Concat(VoiceAddress is { } voice ? [voice] : []));

    /// <summary>What was typed into a form that was not done.</summary>
    internal ProofForm? Typed { get; init; }

    /// <summary>Whether a photograph of it is there.</summary>
    internal bool ShowsPhotograph { get; init; }

    internal bool IsOpen => Delivery is { State: DeliveryState.Due, IsByHand: true };

    /// <summary>Whether its item has expired meanwhile, and who did it in time may still say so.</summary>
    internal bool IsExpired => Delivery is { State: DeliveryState.Expired, IsByHand: true };

    internal bool CanBeTakenBack => Delivery is { State: DeliveryState.Delivered, IsByHand: true, ConfirmedBy: not null };

    /// <summary>Whether there are words to put somewhere; what is taken down is only to be found.</summary>
    internal bool HasTextToCopy => Delivery.Action is not DeliveryAction.Remove;

    /// <summary>What is read aloud is seen whole, what is shared or copied as far as it tells what it is.</summary>
    internal int TextRows => IsHeardTogether ? 14 : 7;

    /// <summary>Whether people hear it together, so that one may count them; what is posted or put up is read by each alone.</summary>
    internal bool IsHeardTogether => Delivery.Channel is ChannelKind.Loudspeaker && HasTextToCopy;

    /// <summary>What the button says, and where it is said that the rest is elsewhere.</summary>
    internal (string Done, string Shared) Words =>
        IsHeardTogether ? (Texts.AiringDone, Texts.ShareToAir) : (Texts.ConfirmDone, Texts.ShareDone);

    /// <summary>What a person is to do, in a sentence.</summary>
    internal string WhatToDo => (Delivery.Action, Delivery.Channel) switch
    {
        (DeliveryAction.Edit, _) => Texts.TaskEdit,
        (DeliveryAction.Remove, ChannelKind.Loudspeaker) => Texts.TaskStopReading,
        (DeliveryAction.Remove, _) => Texts.TaskRemove,
        (_, ChannelKind.Loudspeaker) => Texts.TaskReadOut,
        (_, ChannelKind.NoticeBoard) => Texts.TaskPutUp,
        _ => Texts.TaskPost,
    };

    /// <summary>The place as a web address, where it is one.</summary>
    internal static string? LinkOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.ToString()
            : null;
}
