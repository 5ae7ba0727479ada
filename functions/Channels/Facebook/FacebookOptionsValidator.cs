using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Facebook;

/// <summary>Holds the settings to what <see cref="FacebookOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class FacebookOptionsValidator : IValidateOptions<FacebookOptions>;
