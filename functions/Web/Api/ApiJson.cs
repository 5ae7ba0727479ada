using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Web.Api;

/// <summary>What the API takes and gives.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(HandedInAnswer))]
[JsonSerializable(typeof(HandInAnswer))]
[JsonSerializable(typeof(PageAnswer<HandInAnswer>))]
[JsonSerializable(typeof(PageAnswer<ItemAnswer>))]
[JsonSerializable(typeof(ItemDetailAnswer))]
[JsonSerializable(typeof(PageAnswer<Translation.InboxEntry>))]
[JsonSerializable(typeof(TranslationAnswer))]
[JsonSerializable(typeof(PageAnswer<DeliveryAnswer>))]
[JsonSerializable(typeof(PageAnswer<WorklistAnswer>))]
[JsonSerializable(typeof(HandTaskAnswer))]
[JsonSerializable(typeof(PageAnswer<ConfirmedTaskAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<ActAnswer>))]
[JsonSerializable(typeof(PageAnswer<NoticeAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<LaneAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<DestinationConnectionAnswer>))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(ManyRequest))]
[JsonSerializable(typeof(SettleManyRequest))]
[JsonSerializable(typeof(IAsyncEnumerable<HistoryEntry>))]
[JsonSerializable(typeof(ReachAnswer))]
[JsonSerializable(typeof(IEnumerable<Commune>))]
[JsonSerializable(typeof(IEnumerable<Person>))]
[JsonSerializable(typeof(ApproveRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(DraftRequest))]
[JsonSerializable(typeof(DraftSegmentsRequest))]
[JsonSerializable(typeof(DismissRequest))]
[JsonSerializable(typeof(AssignRequest))]
[JsonSerializable(typeof(CommentRequest))]
[JsonSerializable(typeof(Translation.Review.Comment))]
[JsonSerializable(typeof(IAsyncEnumerable<Translation.Review.Comment>))]
[JsonSerializable(typeof(ConfirmRequest))]
[JsonSerializable(typeof(SettleRequest))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext;
