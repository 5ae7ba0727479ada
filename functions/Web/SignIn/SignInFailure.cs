using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Web.SignIn;

/// <summary>Why nobody came in.</summary>
[JsonConverter(typeof(NamedEnumConverter<SignInFailure>))]
internal enum SignInFailure
{
    /// <summary>What came back does not belong to a sign-in of this browser, or the provider's word is no good.</summary>
    Broken,

    /// <summary>The person, or the provider, said no.</summary>
    Denied,

    /// <summary>The provider does not tell when the person signed in.</summary>
    NotFresh,

    /// <summary>The provider does not answer.</summary>
    Away,
}
