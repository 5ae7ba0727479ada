using Microsoft.Extensions.Options;

namespace Dissemination.Reviewing;

/// <summary>Holds the settings to what <see cref="ReviewerOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class ReviewerOptionsValidator : IValidateOptions<ReviewerOptions>;
