using Microsoft.Extensions.Options;

namespace Dissemination.Web.Public;

/// <summary>Made by the compiler from the attributes of <see cref="PublicLimitOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class PublicLimitOptionsValidator : IValidateOptions<PublicLimitOptions>;
