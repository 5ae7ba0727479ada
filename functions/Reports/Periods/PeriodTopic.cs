using Dissemination.Content;

namespace Dissemination.Reports.Periods;

/// <summary>A target, task or breakthrough, and where it was spoken of.</summary>
internal sealed record PeriodTopic(string Code, TopicKind Kind, string Text, int Items, int Communes);
