using System.Text.RegularExpressions;

namespace Dissemination.Channels.Zalo;

/// <summary>What the address of a Zalo destination stands for: a place that an Official Account itself owns.</summary>
internal abstract partial record ZaloTarget
{
    /// <summary>The forms of an address, as people are told them.</summary>
    public const string Forms = "group:<id>, <id>, articles, broadcast";

    private ZaloTarget()
    {
    }

    /// <summary>The target, or null where the address has none of the forms.</summary>
    public static ZaloTarget? Parse(string address) => address switch
    {
        "articles" => new Articles(),
        "broadcast" => new Broadcast(),
        _ when address.StartsWith("group:", StringComparison.Ordinal) && GroupId().IsMatch(address["group:".Length..]) =>
            new Group(address["group:".Length..]),
        _ when GroupId().IsMatch(address) => new Group(address),
        _ => null,
    };

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex GroupId();

    /// <summary>A message to a group that the account owns.</summary>
    public sealed record Group(string Id) : ZaloTarget;

    /// <summary>An article on the account's page.</summary>
    public sealed record Articles : ZaloTarget;

    /// <summary>An article that is sent to all followers of the account.</summary>
    public sealed record Broadcast : ZaloTarget;
}
