using System.Collections.Immutable;
using System.Globalization;

namespace Dissemination.Web.Pages.Keyboards;

/// <summary>The letters of a language on the screen, in the order in which they are learnt.</summary>
internal sealed record Keyboard(string Name, ImmutableArray<KeyboardGroup> Groups)
{
    /// <summary>Whether it takes the place of the phone's own: without groups in turn it only adds what that has not.</summary>
    public bool IsWhole => Groups.Any(group => group.IsSwitched);

    public IEnumerable<KeyboardKey> Keys => Groups.SelectMany(group => group.Keys);

    public string Title => Labels.Find(nameof(Keyboard), Name) ?? Name;

    public static string NameOf(KeyboardKey key) => key.NameFor(CultureInfo.CurrentUICulture);
}
