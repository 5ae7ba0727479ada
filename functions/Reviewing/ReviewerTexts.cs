using System.Globalization;
using Dissemination.Channels.Rendering;
using Dissemination.Channels.Telegram;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Recordings;
using Dissemination.Translation.Review;

namespace Dissemination.Reviewing;

/// <summary>What the reviewers' bot says, in Vietnamese, or in English to those whose Telegram is.</summary>
internal sealed class ReviewerTexts
{
    /// <summary>The longest answer to a press that Telegram shows.</summary>
    public const int AlertLimit = 200;

    /// <summary>The most of a text that is shown; the page shows all of it. Two of them leave room for what stands above.</summary>
    private const int ExcerptLimit = 1_300;

    private const int HeadlineLimit = 200;

    private const int NamesLimit = 400;

    private readonly CultureInfo _language;

    private ReviewerTexts(CultureInfo language) => _language = language;

    public static ReviewerTexts Vietnamese { get; } = new(CultureInfo.GetCultureInfo("vi"));

    public static ReviewerTexts English { get; } = new(CultureInfo.GetCultureInfo("en"));

    /// <param name="language">What Telegram says of the person's own language.</param>
    public static ReviewerTexts For(string? language) =>
        language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Vietnamese;

    public string this[string key] => Texts.ResourceManager.GetString(key, _language) ?? key;

    public string Of(Problem problem) => problem.Text(_language);

    /// <summary>Asks for a review: what, by whom, and both texts.</summary>
    /// <param name="warnings">How many warnings nobody has dismissed.</param>
    public StyledText Ask(ReviewerView view, int warnings)
    {
        var translation = view.Translation;
        var text = Title(nameof(Texts.ReviewerAsk), view);
        if (!translation.Editors.IsEmpty)
        {
            text.Append(
                $"\n{this[nameof(Texts.EditedBy)]} {Excerpt.Of(string.Join("; ", translation.Editors.Select(view.NameOf)), NamesLimit)}");
        }

        text.Append(
            $"\n{(warnings == 0 ? this[nameof(Texts.ReviewerNoWarnings)] : Format(nameof(Texts.ReviewerWarnings), Number(warnings)))}");
        if (translation.Assignment?.DueAt is { } due)
        {
            text.Append($"\n{this[nameof(Texts.DueBy)]} {LocalTime.Text(LocalTime.LastDay(due))}");
        }

        Words(text, nameof(Texts.ReviewerOriginal), view.Source.Kind, view.Source.Text);
        Words(text, nameof(Texts.ReviewerTranslation), view.Source.Kind, translation.Text);
        return Shortening.Shorten(text.ToStyledText(), TelegramParts.TextLimit);
    }

    /// <summary>What stands in the place of a message once it is over for that person.</summary>
    public StyledText Settled(ReviewerView view, PersonId person) =>
        Title(nameof(Texts.ReviewerSettled), view).Append($"\n{Happened(view, person)}").ToStyledText();

    /// <summary>Tells who wrote it that it came back.</summary>
    public StyledText Returned(ReviewerView view, PersonId person) =>
        Title(nameof(Texts.ReviewerReturned), view).Append($"\n{Happened(view, person)}").ToStyledText();

    /// <summary>Tells somebody whom it concerns what was said.</summary>
    public StyledText Said(ReviewerView view, Comment comment)
    {
        var text = Title(nameof(Texts.ReviewerComment), view).Append($"\n{view.NameOf(comment.By)} ({LocalTime.Text(comment.At)})");
        if (comment.Segment is { } segment)
        {
            text.Append($", {Format(nameof(Texts.SegmentLabel), segment)}");
        }

        return Shortening.Shorten(text.Append($"\n\n{comment.Text}").ToStyledText(), TelegramParts.TextLimit);
    }

    public StyledText ReasonQuestion(ReviewerView view) =>
        new StyledTextBuilder().Append(Format(nameof(Texts.ReviewerReasonQuestion), Headline(view), Which(view))).ToStyledText();

    /// <summary>What became of a translation, by whom and when.</summary>
    public string Happened(ReviewerView view, PersonId person)
    {
        var (translation, entry) = (view.Translation, view.Happened);
        if (translation is { State: TranslationState.InReview, Claim: { } claim } && claim.KeepsOut(person, view.Now))
        {
            return Line("translation-claimed", view.NameOf(claim.By), claim.At);
        }

        if (entry is null)
        {
            return Line(
                translation.State is TranslationState.Dropped ? "variant-dropped" : $"translation-{EnumNames.Of(translation.State)}",
                who: null,
                translation.ChangedAt);
        }

        var who = PersonId.TryParse(entry.Who, null, out var id) && entry.Who != HistoryEntry.System ? view.NameOf(id) : null;
        var line = Line(entry.What, who, entry.At);
        return translation.IsClosed ? $"{line}\n{entry.Detail}"
            : translation.State is TranslationState.Returned ? $"{line}\n{this[nameof(Texts.ReturnedBecause)]} {translation.ReturnReason}"
            : line;
    }

    /// <summary>What is said to whoever presses a button that is about another state than the one that is.</summary>
    public string Stale(ReviewerView view, PersonId person) => Format(nameof(Texts.ReviewerStale), Happened(view, person));

    public string Unknown(long number) => Format(nameof(Texts.ReviewerUnknown), number.ToString(CultureInfo.InvariantCulture));

    public string Hello(Person person) => Format(nameof(Texts.ReviewerHello), person.Name);

    public string Waiting(int reviews, int drafts, bool andMore) =>
        Format(
            nameof(Texts.ReviewerWaiting),
            $"{Number(reviews)}{(andMore ? "+" : "")}",
            $"{Number(drafts)}{(andMore ? "+" : "")}");

    /// <summary>What stands below a recording that waits for a second person.</summary>
    public string Listen(string headline, LanguageTag language, string readers, string words) =>
        Format(nameof(Texts.ListenerAsk), headline, NameOf(language), readers, words);

    /// <summary>What became of it.</summary>
    public string Heard(string headline, Recording recording, string who) => recording.State switch
    {
        RecordingState.Approved => Format(nameof(Texts.ListenerApproved), headline, who),
        RecordingState.Returned => Format(nameof(Texts.ListenerReturned), headline, who, recording.ReturnReason ?? ""),
        _ => Format(nameof(Texts.ListenerOver), headline),
    };

    /// <summary>Why a recording is returned.</summary>
    public string Of(ListenerCause cause) => this[$"{nameof(ListenerCause)}_{cause}"];

    public string Return(ListenerCause cause) => Format(nameof(Texts.ListenerReturn), Of(cause));

    /// <summary>Of hand tasks that are late soon, or are.</summary>
    public string Remind(ReminderDue due, Uri page) => Format(
        due.IsLate ? nameof(Texts.ReviewerTasksLate) : nameof(Texts.ReviewerTasksSoon),
        Number(due.Number),
        LocalTime.Text(due.Since),
        page);

    private StyledTextBuilder Title(string what, ReviewerView view) => new StyledTextBuilder()
        .Append($"{this[what]}: {Headline(view)}")
        .Style(TextStyle.Bold, 0)
        .Append($"\n{Which(view)}");

    private void Words(StyledTextBuilder text, string title, ItemKind kind, VersionText version)
    {
        text.Append("\n\n");
        var start = text.Length;
        text.Append(this[title]).Style(TextStyle.Bold, start).Append("\n");
        var words = new StyledTextBuilder();
        foreach (var line in new[] { version.Title, version.Summary }.Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            words.Append(line).Append("\n");
        }

        words.Append(
            kind is ItemKind.Slogan or ItemKind.Quote
                ? new StyledTextBuilder().Append(version.Body).ToStyledText()
                : MarkdownText.Read(version.Body, writeAddresses: false));
        text.Append(Shortening.Shorten(words.ToStyledText().Trim(), ExcerptLimit));
    }

    private string Line(string what, string? who, DateTimeOffset at) =>
        who is null
            ? $"{this["Record_" + what.Replace('-', '_')]} ({LocalTime.Text(at)})"
            : $"{this["Record_" + what.Replace('-', '_')]}: {who} ({LocalTime.Text(at)})";

    private static string Headline(ReviewerView view) => Excerpt.Of(view.Source.Text.Headline, HeadlineLimit);

    /// <summary>The language, and the commune where it is one's own variant.</summary>
    private string Which(ReviewerView view) => view.Translation.Commune is { } commune
        ? $"{NameOf(view.Translation.Id.Language)}, {Format(nameof(Texts.VariantOf), view.Directory.Find(commune)?.Name ?? commune.Value)}"
        : NameOf(view.Translation.Id.Language);

    private string NameOf(LanguageTag tag) => Languages.NameOf(tag, _language);

    private string Number(long number) => LocalTime.NumberIn(_language, number);

    private string Format(string key, params object[] arguments) => TextFormat.FillIn(_language, this[key], arguments);
}
