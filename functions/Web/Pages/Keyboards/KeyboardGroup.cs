using System.Collections.Immutable;

namespace Dissemination.Web.Pages.Keyboards;

/// <summary>Keys that stand together.</summary>
/// <param name="IsSwitched">Whether it is shown in turn with others, because a phone has no room for all.</param>
internal sealed record KeyboardGroup(string Name, bool IsSwitched, ImmutableArray<KeyboardKey> Keys)
{
    /// <summary>How it is called.</summary>
    public string Title => Labels.Find(nameof(KeyboardGroup), Name) ?? Name;
}
