using Microsoft.Extensions.Options;

namespace Dissemination.Deliveries;

/// <summary>Refuses settings that cannot be, when the program starts.</summary>
[OptionsValidator]
internal sealed partial class SendingOptionsValidator : IValidateOptions<SendingOptions>;
