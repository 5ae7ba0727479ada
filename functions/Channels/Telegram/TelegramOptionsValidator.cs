using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Telegram;

/// <summary>Holds the settings to what <see cref="TelegramOptions"/> says of each. Made at build.</summary>
[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
