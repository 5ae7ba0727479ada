using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;

namespace Dissemination.Tests;

/// <summary>Data moves one way: a room knows the rooms before it and none after it.</summary>
public sealed class ArchitectureTests
{
    /// <summary>From the first to the last. What serves all stands first.</summary>
    private static readonly string[] Rooms =
        ["Problems", "Storage", "Notices", "Directory", "Content", "Translation", "Publishing", "Channels", "Reach", "Reports", "Web", "Triggers"];

    private static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(RoomSetup).Assembly).Build();

    public static TheoryData<string> AllRooms => [.. Rooms];

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_knows_only_the_rooms_before_it(string room)
    {
        var later = ArchRuleDefinition.Types().That().ResideInNamespaceMatching($@"^Dissemination\.({string.Join('|', Rooms.SkipWhile(name => name != room).Skip(1).Append("NoRoom"))})(\.|$)");
        var rule = ArchRuleDefinition.Types().That().ResideInNamespaceMatching($@"^Dissemination\.{room}(\.|$)").Should().NotDependOnAny(later).WithoutRequiringPositiveResults();

        var broken = rule.Evaluate(Program).Where(result => !result.Passed).Select(result => result.Description);

        Assert.Equal("", string.Join('\n', broken));
    }

    [Fact]
    public void Every_folder_of_the_program_is_a_room_of_this_list() =>
        Assert.Equal(
            Rooms.Order(StringComparer.Ordinal),
            System.IO.Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "functions")).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal));
}
