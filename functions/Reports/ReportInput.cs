using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Translation;

namespace Dissemination.Reports;

/// <summary>What a report is made from: what people see is of one revision, what happened is of all.</summary>
internal sealed record ReportInput(
    Item Item,
    ItemContent Content,
    DirectorySnapshot Directory,
    IReadOnlyCollection<TranslatedVersion> Translations,
    IReadOnlyCollection<Delivery> Deliveries,
    IReadOnlyCollection<ReachSample> Samples);
