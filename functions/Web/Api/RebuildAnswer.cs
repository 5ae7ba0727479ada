namespace Dissemination.Web.Api;

/// <summary>How many sums were not what the records say, and are now.</summary>
internal sealed record RebuildAnswer(int Mended);
