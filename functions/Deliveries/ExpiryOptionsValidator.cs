using Microsoft.Extensions.Options;

namespace Dissemination.Deliveries;

/// <summary>Holds the settings to what <see cref="ExpiryOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class ExpiryOptionsValidator : IValidateOptions<ExpiryOptions>;
