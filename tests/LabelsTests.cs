using System.Globalization;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Reach.Meetings;
using Dissemination.Reports;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Recordings;
using Dissemination.Translation.Segments;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Recordings;
using Dissemination.Web.Pages.Today;

namespace Dissemination.Tests;

/// <summary>What people read of states, kinds and the record: words, and never a name of the program.</summary>
public sealed partial class LabelsTests
{
    public static TheoryData<Type> ShownTypes =>
    [
        typeof(ItemState), typeof(ItemKind), typeof(HandInState), typeof(DeliveryState), typeof(DeliveryAction), typeof(FailureClass),
        typeof(ChannelKind), typeof(TermRule), typeof(TextPart), typeof(TranslationState), typeof(ReportLineStatus),
        typeof(MeetingKind), typeof(MeetingMode), typeof(Untranslated), typeof(RecordingState), typeof(SentenceStanding),
        typeof(TodayKind), typeof(ReturnCause), typeof(Overflow), typeof(AiringLevel), typeof(ListenerCause),
    ];

    [Theory]
    [MemberData(nameof(ShownTypes))]
    public void Every_state_and_kind_has_words_in_both_languages(Type type) =>
        Assert.All(Enum.GetNames(type), name => AssertSaid(type.Name, name));

    [Fact]
    public void Every_failure_says_what_one_can_do_about_it() =>
        Assert.All(Enum.GetNames<FailureClass>(), name => AssertSaid("FailureClassHelp", name));

    [Fact]
    public void Every_way_to_cut_a_picture_has_words() =>
        Assert.All(PictureCutting.All, cut => AssertSaid("PictureCut", cut));

    [Fact]
    public void Every_thing_to_do_has_a_title_and_a_verb() =>
        Assert.All(
            Enum.GetNames<TodayKind>(),
            name =>
            {
                AssertSaid("TodayTitle", name);
                AssertSaid("TodayVerb", name);
            });

    [Fact]
    public void Where_the_words_of_a_segment_come_from_is_said_unless_they_are_a_persons() =>
        Assert.All(
            Enum.GetValues<SegmentMark>(),
            mark => Assert.Equal(mark is SegmentMark.None, Labels.Find(nameof(SegmentMark), mark.ToString()) is null));

    [Fact]
    public void Whatever_a_form_does_is_told_afterwards() =>
        Assert.All(
            typeof(DoneLabels).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
            word => AssertSaid("Done", word));

    [Fact]
    public void Every_line_that_the_program_writes_into_the_record_has_words_in_both_languages()
    {
        var written = Sources()
            .SelectMany(source => Recorded().Matches(source).Select(match => match.Groups["word"].Value))
            .Concat(Enum.GetNames<TranslationState>().Select(state => $"translation-{EnumNames.Of(Enum.Parse<TranslationState>(state))}"))
            .Concat([TranslationCloser.Closed, DeliveryCommand.Confirm.Told])
            .Except(["memory", "translation-dropped"]) // The one is a subject; a variant is dropped, and never a translation.
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(written.Count > 20, string.Join(' ', written));
        Assert.All(written, word => AssertSaid("Record", word));
    }

    private static IEnumerable<string> Sources() =>
        System.IO.Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    private static void AssertSaid(string group, string word)
    {
        foreach (var culture in new[] { "vi", "en" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.False(string.IsNullOrWhiteSpace(Labels.Find(group, word)), $"{group} {word} has no words in {culture}.");
        }
    }

    /// <summary>A line of the record, an act on a translation and a command on deliveries each name their word.</summary>
    [GeneratedRegex(
        """(?:\.Record\(|new\((?:text|id), by, read, |DeliveryCommand\()[^;{]*?"(?<word>[a-z]+(?:-[a-z]+)*)"[,):\s]""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Recorded();
}
