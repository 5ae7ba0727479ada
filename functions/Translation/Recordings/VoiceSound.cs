using System.Runtime.InteropServices;

namespace Dissemination.Translation.Recordings;

/// <summary>How a recording sounds, as it was measured over stretches of a twentieth of a second.</summary>
/// <param name="Peak">Its loudest moment, from 0 to 1.</param>
/// <param name="Heard">The share of the stretches in which something is heard, from 0 to 1.</param>
/// <param name="Level">How loud those are, in decibels below the loudest that there can be.</param>
/// <param name="Clipped">The share of the samples that are as loud as can be, from 0 to 1: what was louder was cut off.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VoiceSound(float Peak, double Heard, double Level, double Clipped)
{
    /// <summary>Quieter is the room, and not the voice.</summary>
    private const double Room = -50;

    private const float Loudest = 0.999f;

    /// <param name="stretch">How many samples a stretch has.</param>
    public static VoiceSound Of(IEnumerable<float> samples, int stretch)
    {
        var (peak, count, clipped) = (0f, 0L, 0L);
        var (energy, inStretch) = (0d, 0);
        var (stretches, heard, heardEnergy) = (0, 0, 0d);
        foreach (var sample in samples)
        {
            var loud = Math.Abs(sample);
            (peak, count, clipped) = (Math.Max(peak, loud), count + 1, clipped + (loud >= Loudest ? 1 : 0));
            energy += (double)sample * sample;
            if (++inStretch == stretch)
            {
                var mean = energy / stretch;
                stretches++;
                if (Decibels(mean) > Room)
                {
                    heard++;
                    heardEnergy += mean;
                }

                (energy, inStretch) = (0, 0);
            }
        }

        return new(
            peak,
            stretches == 0 ? 0 : (double)heard / stretches,
            heard == 0 ? double.NegativeInfinity : Decibels(heardEnergy / heard),
            count == 0 ? 0 : (double)clipped / count);
    }

    private static double Decibels(double meanSquare) => 10 * Math.Log10(meanSquare);
}
