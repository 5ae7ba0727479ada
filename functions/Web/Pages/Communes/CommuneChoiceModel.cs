using Dissemination.Directory;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The choice of a commune. Public because the classes made from templates are.</summary>
public sealed class CommuneChoiceModel
{
    internal CommuneChoiceModel(string address, DirectorySnapshot directory, Commune? chosen) =>
        (Address, Directory, Chosen) = (address, directory, chosen);

    internal string Address { get; }

    internal DirectorySnapshot Directory { get; }

    internal Commune? Chosen { get; }
}
