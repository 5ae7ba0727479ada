using Microsoft.Extensions.Options;

namespace Dissemination.Reach.Summary;

/// <summary>Holds the settings to what <see cref="OnTimeOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class OnTimeOptionsValidator : IValidateOptions<OnTimeOptions>;
