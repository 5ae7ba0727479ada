using Dissemination.Deliveries.Foresight;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Seen;

/// <summary>What an act sets off, in the reader's words: what stands beside its button.</summary>
internal static class ForesightText
{
    /// <summary>For example <c>Sẽ đăng ở 25 xã, phường, 136 nơi, từ 07:00 ngày 02/12/2026.</c></summary>
    public static string Of(ForeseenApproval foreseen) => foreseen switch
    {
        { IsExpired: true } => Texts.ForeseenExpired,
        { Ready.Places: 0, Later.Places: 0 } => Texts.ForeseenNowhere,
        { Ready.Places: 0 } => Texts.ForeseenNothingYet,
        { IsNewEdition: true, Languages: [var language, ..] } =>
            TextFormat.Fill(Texts.ForeseenEdition, PageLabels.Of(language.Language), LocalTime.Number(foreseen.Ready.Places)),
        { WaitsForItem: true } => Sentence(Texts.ForeseenWithItem, foreseen.Ready, foreseen),
        _ => Sentence(Texts.ForeseenReady, foreseen.Ready, foreseen),
    };

    /// <summary>What people have to do, what is corrected, what waits, what follows; nothing of what there is not.</summary>
    public static IEnumerable<string> More(ForeseenApproval foreseen)
    {
        if (foreseen.IsExpired)
        {
            yield break;
        }

        var ready = foreseen.Ready;
        foreach (var (number, text) in ((int Number, string Text)[])
            [
                (ready.Corrections, Texts.ForeseenCorrections),
                (ready.ByHand, Texts.ForeseenByHand),
                (ready.Held, Texts.ForeseenHeld),
                (ready.Unserved, Texts.ForeseenUnserved),
            ])
        {
            if (number > 0)
            {
                yield return TextFormat.Fill(text, LocalTime.Number(number));
            }
        }

        foreach (var later in foreseen.Languages.Where(language => !language.IsReady))
        {
            yield return TextFormat.Fill(
                Texts.ForeseenLater,
                PageLabels.Of(later.Language),
                LocalTime.Number(later.Deliveries.Communes.Count),
                LocalTime.Number(later.Deliveries.Places));
        }
    }

    /// <summary>All of it in one line.</summary>
    public static string Whole(ForeseenApproval foreseen) => string.Join(' ', More(foreseen).Prepend(Of(foreseen)));

    public static string Of(ForeseenWithdrawal foreseen) => foreseen is { ByMachine: 0, ByHand: 0, Stopped: 0 }
        ? Texts.ForeseenNothingDown
        : TextFormat.Fill(
            Texts.ForeseenDown,
            LocalTime.Number(foreseen.ByMachine),
            LocalTime.Number(foreseen.ByHand),
            LocalTime.Number(foreseen.Stopped));

    private static string Sentence(string format, ForeseenDeliveries deliveries, ForeseenApproval foreseen) => TextFormat.Fill(
        format, LocalTime.Number(deliveries.Communes.Count), LocalTime.Number(deliveries.Places), When(foreseen.At));

    private static string When(DateTimeOffset? at) => at is { } then
        ? TextFormat.Fill(Texts.ForeseenFrom, LocalTime.TimeText(then), LocalTime.Text(LocalTime.DayOf(then)))
        : Texts.ForeseenAtOnce;
}
