using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Checks;

/// <summary>Whether a translation has room on the channels and on its picture card; answered by the room that renders them.</summary>
internal interface ITextFit
{
    IEnumerable<Finding> Judge(Language language, ItemContent content, VersionText target);
}
