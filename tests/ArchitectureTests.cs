using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace Dissemination.Tests;

/// <summary>
/// The house: data moves one way, a room's records are its own, channels do not know each other, and decisions know neither storage nor
/// clock. What registers a room (<c>*Setup</c>) knows all that is in it.
/// </summary>
public sealed class ArchitectureTests
{
    /// <summary>From the first to the last. What serves all stands first.</summary>
    private static readonly string[] Rooms =
    [
        "Problems", "Storage", "Alerts", "Directory", "Content", "Channels", "Translation", "Intake", "Publishing", "Deliveries", "Reach",
        "Reports", "Reviewing", "Web", "Triggers",
    ];

    /// <summary>The same inside Translation; the empty name is what stands in the room itself, in no folder of it.</summary>
    private static readonly string[] TranslationRooms =
        ["Segments", "Glossary", "Checks", "", "Memory", "Drafting", "Exchange", "Review", "Variants", "Recordings"];

    private static readonly string[] ChannelFolders = ["Facebook", "Preview", "Telegram", "Website", "Zalo"];

    /// <summary>What all channels may use; it knows none of them.</summary>
    private static readonly string[] SharedByChannels = ["Rendering", "Cards"];

    /// <summary>Decisions that are not named for it: pure functions over records.</summary>
    private static readonly string[] Decisions =
    [
        "CommandDecision", "SendDecision", "ItemDecisions", "IntakeDecisions", "TranslationDecisions", "VariantDecisions",
        "MeetingDecisions", "MeetingSheetReader", "MeetingSummary", "ToldSums", "CollectionDecisions", "PeriodDecisions",
        "TranslationStart", "TranslationChecks", "DeliveryTransitions", "Clearance", "Correction", "OutcomeEvents", "Pace", "Plan",
        "PlannedDelivery", "OccasionDecisions", "QuietHours", "CalendarEntries", "CalendarClashes", "ItemListing", "ItemWay", "Posts",
        "ReviewerSteps", "ReviewerVerdict", "Settlement", "Withholding", "RecordingDecisions", "AiringDecisions", "ReminderDecisions",
        "VoiceDecisions", "VoiceSound", "Mp3File", "RecordDecisions",
    ];

    private static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(RoomSetup).Assembly).Build();

    public static TheoryData<string> AllRooms => [.. Rooms];

    public static TheoryData<string> AllTranslationRooms => [.. TranslationRooms];

    public static TheoryData<string> AllChannelFolders => [.. ChannelFolders, .. SharedByChannels];

    public static TheoryData<string> AllDecisions => [.. Decisions];

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_knows_only_the_rooms_before_it(string room)
    {
        var later = Rooms.SkipWhile(name => name != room).Skip(1).ToHashSet(StringComparer.Ordinal);

        AssertNone(type => RoomOf(type) == room, used => later.Contains(RoomOf(used)));
    }

    [Theory]
    [MemberData(nameof(AllTranslationRooms))]
    public void A_folder_of_Translation_knows_only_those_before_it(string folder)
    {
        var later = TranslationRooms.SkipWhile(name => name != folder).Skip(1).ToHashSet(StringComparer.Ordinal);

        AssertNone(
            type => RoomOf(type) == "Translation" && FolderOf(type) == folder && !IsSetup(type),
            used => RoomOf(used) == "Translation" && later.Contains(FolderOf(used)));
    }

    [Theory]
    [MemberData(nameof(AllChannelFolders))]
    public void A_channel_knows_no_other_channel(string folder) =>
        AssertNone(
            type => RoomOf(type) == "Channels" && FolderOf(type) == folder,
            used => RoomOf(used) == "Channels" && ChannelFolders.Contains(FolderOf(used)) && FolderOf(used) != folder);

    [Fact]
    public void What_all_channels_share_knows_none_of_them() =>
        AssertNone(
            type => RoomOf(type) == "Channels" && FolderOf(type) == "" && !IsSetup(type),
            used => RoomOf(used) == "Channels" && ChannelFolders.Contains(FolderOf(used)));

    /// <summary>A record is read and written by the JSON of the room that stores it, so whoever has that has the rows.</summary>
    [Theory]
    [MemberData(nameof(AllRooms))]
    public void The_rows_of_a_room_are_read_and_written_by_it_alone(string room) =>
        AssertNone(
            type => RoomOf(type) is { Length: > 0 } other && other != room,
            used => RoomOf(used) == room && room != "Storage" && used.Name.EndsWith("Json", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(AllDecisions))]
    public void A_decision_knows_neither_storage_nor_clock(string decision)
    {
        var types = Program.Types.Where(type => type.Name == decision).ToList();

        Assert.NotEmpty(types);
        AssertNone(types.Contains, used => used.FullName is "System.TimeProvider" || IsStorage(used));
    }

    [Fact]
    public void Whatever_is_called_a_decision_is_on_the_list() =>
        Assert.Empty(
            Program.Types
                .Where(type => type.Name.EndsWith("Decisions", StringComparison.Ordinal) && !Decisions.Contains(type.Name))
                .Select(type => type.FullName));

    /// <summary>What travels together is a record; a token to cancel, and what an extension extends, are not counted.</summary>
    [Fact]
    public void A_method_has_at_most_five_parameters_and_a_constructor_seven()
    {
        string[] broken =
        [
            .. from type in Written()
               from method in type.GetMethods(Declared)
               where IsWritten(method) && method.GetParameters().Count(IsCounted) - (method.IsDefined(typeof(ExtensionAttribute)) ? 1 : 0) > 5
               select $"{type.FullName}.{method.Name}",
            .. from type in Written()
               where type.GetMethod("<Clone>$") is null && !type.IsValueType
               from constructor in type.GetConstructors(Declared)
               where constructor.GetParameters().Count(IsCounted) > 7
               select $"{type.FullName}..ctor",
        ];

        Assert.True(broken.Length == 0, string.Join('\n', broken));
    }

    [Fact]
    public void Every_folder_of_the_program_is_a_room_of_this_list() =>
        Assert.Equal(
            Rooms.Order(StringComparer.Ordinal),
            System.IO.Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "functions"))
                .Select(folder => Path.GetFileName(folder)!)
                .Where(name => name is not ("bin" or "obj"))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_folder_of_Translation_stands_in_its_order() =>
        Assert.Equal(
            TranslationRooms.Where(name => name.Length > 0).Order(StringComparer.Ordinal),
            System.IO.Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "functions", "Translation"))
                .Select(folder => Path.GetFileName(folder)!)
                .Order(StringComparer.Ordinal));

    /// <summary>Who knows what he or she should not, and whom.</summary>
    private static void AssertNone(Func<IType, bool> knower, Func<IType, bool> known)
    {
        string[] broken =
        [
            .. from type in Program.Types
               where IsWritten(type) && knower(type)
               from used in type.Dependencies.Select(dependency => dependency.Target).Distinct()
               where IsWritten(used) && known(used)
               orderby type.FullName, used.FullName
               select $"{type.FullName} → {used.FullName}",
        ];

        Assert.True(broken.Length == 0, string.Join('\n', broken));
    }

    /// <summary>Whether a person wrote it: of what compilers make, the names are no names of C#.</summary>
    private static bool IsWritten(IType type) => !type.FullName.AsSpan().ContainsAny(" <(");

    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static IEnumerable<System.Type> Written() =>
        typeof(RoomSetup).Assembly.GetTypes().Where(
            type => type.Namespace?.StartsWith(nameof(Dissemination), StringComparison.Ordinal) == true
                && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.IsDefined(typeof(GeneratedCodeAttribute))
                && !type.Name.StartsWith('<'));

    private static bool IsWritten(MethodBase method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.IsDefined(typeof(GeneratedCodeAttribute))
        && !method.Name.Contains('<', StringComparison.Ordinal) && method.Name is not "Deconstruct";

    private static bool IsCounted(ParameterInfo parameter) => parameter.ParameterType != typeof(CancellationToken);

    private static string RoomOf(IType type) => Part(type, 1);

    private static string FolderOf(IType type) => Part(type, 2);

    private static string Part(IType type, int number) =>
        type.Namespace?.FullName.Split('.') is ["Dissemination", ..] parts && parts.Length > number ? parts[number] : "";

    private static bool IsSetup(IType type) => type.FullName.Contains("Setup", StringComparison.Ordinal);

    private static bool IsStorage(IType type) =>
        type.FullName.StartsWith("Azure.", StringComparison.Ordinal)
        || type.FullName is "Dissemination.Storage.Store" or "Dissemination.Storage.Transaction" or "Dissemination.Storage.Outbox"
        || type.NameEndsWith("Store");
}
