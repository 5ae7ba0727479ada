using System.ComponentModel.DataAnnotations;

namespace Dissemination.Web.SignIn;

/// <summary>The provider that people sign in with, and how long that lasts. Without an authority nobody signs in.</summary>
internal sealed class OpenIdOptions : IValidatableObject
{
    public const string Section = "SignIn";

    /// <summary>The provider's address, below which its <c>.well-known/openid-configuration</c> lies.</summary>
    public string? Authority { get; set; }

    /// <summary>By which the provider knows this program.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What the provider is asked to tell, with blanks between.</summary>
    [Required]
    public string Scopes { get; set; } = "openid profile email";

    /// <summary>The claim that <c>people.csv</c> calls <c>subject</c>. With Entra it is <c>oid</c>, which its pages show.</summary>
    [Required]
    public string SubjectClaim { get; set; } = "sub";

    /// <summary>The claim by which the provider says that the address is the account's own.</summary>
    [Required]
    public string EmailVerifiedClaim { get; set; } = "email_verified";

    /// <summary>After how many minutes without a request a session ends.</summary>
    [Range(2, 1440)]
    public int IdleMinutes { get; set; } = 60;

    /// <summary>After how many hours a session ends at latest.</summary>
    [Range(1, 168)]
    public int LongestHours { get; set; } = 12;

    /// <summary>For how many minutes a sign-in is fresh enough to approve, or to change the directory.</summary>
    [Range(1, 60)]
    public int FreshMinutes { get; set; } = 10;

    /// <summary>Whom somebody asks who may not come in: an office and its telephone, as people shall read it.</summary>
    public string? Contact { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    public TimeSpan Longest => TimeSpan.FromHours(LongestHours);

    public TimeSpan Fresh => TimeSpan.FromMinutes(FreshMinutes);

    /// <summary>Whether the provider runs on this machine, and so may do without https.</summary>
    public bool IsOfThisMachine => Uri.TryCreate(Authority, UriKind.Absolute, out var address) && address.IsLoopback;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || IsOfThisMachine))
        {
            yield return new($"{Section}:{nameof(Authority)} has to be an address that begins with https.", [nameof(Authority)]);
        }

        if (string.IsNullOrWhiteSpace(ClientId))
        {
            yield return new($"{Section}:{nameof(Authority)} needs {Section}:{nameof(ClientId)} beside it.", [nameof(ClientId)]);
        }
    }
}
