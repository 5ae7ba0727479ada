using System.Collections.Immutable;
using Dissemination.Deliveries.Foresight;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Seen;

/// <summary>What a button sets off, above it. Public because the classes made from templates are.</summary>
public sealed class SetsOffModel
{
    internal SetsOffModel(ForeseenApproval foreseen) => Foreseen = foreseen;

    internal ForeseenApproval Foreseen { get; }

    /// <summary>What happens at once, by channel.</summary>
    internal ImmutableArray<ForeseenChannel> Channels => Foreseen.IsExpired ? [] : Foreseen.Ready.Channels;

    /// <summary>Whether something that is out is changed.</summary>
    internal bool IsCorrection => Channels.Any(channel => channel.Act is ForeseenAct.Correct or ForeseenAct.CorrectByHand);

    /// <summary>For example <c>Facebook: chương trình sửa bài đã đăng ở 45 nơi</c>.</summary>
    internal static string TextOf(ForeseenChannel channel)
    {
        var act = TextFormat.Fill(PageLabels.Of(channel.Act), LocalTime.Number(channel.Places));
        return $"{PageLabels.Of(channel.Channel)}: {act}";
    }
}
