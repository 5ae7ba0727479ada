using Dissemination.Deliveries;
using Dissemination.Translation.Recordings;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Public;

/// <summary>What is asked before a voice is heard.</summary>
internal sealed record VoiceServices(
    [FromServices] RecordingReader Recordings, [FromServices] PublicVersionReader Versions, [FromServices] VoiceFiles Files);
