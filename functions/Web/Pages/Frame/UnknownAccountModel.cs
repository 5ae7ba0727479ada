using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Frame;

/// <summary>For somebody who signed in and is not in the directory: with which account, and whom to ask.</summary>
public sealed class UnknownAccountModel : PageModel
{
    internal UnknownAccountModel(PageFrame frame, Account? account, string? contact)
        : base(frame) => (Account, Contact) = (account, contact);

    /// <summary>Null where the page was opened by itself.</summary>
    internal Account? Account { get; }

    internal string? Contact { get; }
}
