using System.Net;
using System.Net.Sockets;

namespace Dissemination.Local;

/// <summary>Looks whether ports are free before anything is started on them.</summary>
internal static class Ports
{
    /// <exception cref="StartProblem">A port is in use; the message names it and the setting that chooses another.</exception>
    public static void Check(LocalSettings settings)
    {
        Check(settings.Port, nameof(settings.Port));
        Check(settings.BlobPort, nameof(settings.BlobPort));
        Check(settings.QueuePort, nameof(settings.QueuePort));
        Check(settings.TablePort, nameof(settings.TablePort));
    }

    private static void Check(int port, string setting)
    {
        if (port != 0 && !IsFree(port))
        {
            throw new StartProblem(
                LocalText.Of(nameof(LocalTexts.PortInUse), port.ToString(System.Globalization.CultureInfo.InvariantCulture), setting));
        }
    }

    private static bool IsFree(int port)
    {
        using TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
