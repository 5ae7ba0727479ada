using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>Holds the settings to what <see cref="ZaloOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class ZaloOptionsValidator : IValidateOptions<ZaloOptions>;
