using Dissemination.Directory;

namespace Dissemination.Web.Pages.Frame;

/// <summary>A link of the navigation.</summary>
internal sealed record NavigationLink(string Address, string Text)
{
    public bool IsAt(string address) =>
        address == Address || address.StartsWith(Address + "/", StringComparison.Ordinal) || address.StartsWith(Address + "?", StringComparison.Ordinal);
}

/// <summary>Where a reader may go.</summary>
internal static class Navigation
{
    /// <summary>What is open to all.</summary>
    public static IEnumerable<NavigationLink> ForAll(PageFrame frame)
    {
        if (frame.CanSignIn && frame.Person is null)
        {
            yield return new("/sign-in", Texts.SignIn);
        }

        if (frame.HasPreview)
        {
            yield return new("/preview", Texts.PreviewTitle);
        }

        yield return new("/feeds", Texts.FeedsTitle);
    }

    /// <summary>Where a person begins.</summary>
    public static string HomeOf(Person person) => Of(person).First().Address;

    /// <summary>Where a person works.</summary>
    public static IEnumerable<NavigationLink> Of(Person person)
    {
        if (person.Is(Role.Communicator))
        {
            yield return new("/inbox", Texts.InboxTitle);
        }

        if (person.Is(Role.Staff))
        {
            yield return new("/hand-in", Texts.HandInTitle);
            yield return new("/assignments", Texts.AssignmentsTitle);
            if (!person.Is(Role.Communicator))
            {
                yield return new("/inbox", Texts.InboxComments);
            }
        }

        if (person.Is(Role.Communicator) || person.Is(Role.Staff))
        {
            yield return new("/hand-tasks", Texts.HandTasksTitle);
            yield return new("/held", Texts.HeldTitle);
            yield return new("/glossary", Texts.GlossaryTitle);
        }

        if (person.Is(Role.Leader))
        {
            yield return new("/reports", Texts.ReportsTitle);
        }

        yield return new("/items", Texts.ItemsTitle);
        if (person.Is(Role.Staff))
        {
            yield return new("/troubles", Texts.TroublesTitle);
            yield return new("/connections", Texts.ConnectionsTitle);
        }

        if (!person.Is(Role.Leader))
        {
            yield return new("/reports", Texts.ReportsTitle);
        }
    }
}
