using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Dissemination.Channels.Cards;

/// <summary>One file of a font: Skia reads and draws it, HarfBuzz shapes with the tables that Skia has read.</summary>
internal sealed class CardFace : IDisposable
{
    /// <summary>Large enough that rounding does not show.</summary>
    private const float MeasuringSize = 1000;

    private readonly Font _font;

    public CardFace(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        Typeface = SKTypeface.FromData(data) ?? throw new InvalidDataException("A font of the program cannot be read.");
        var face = new Face((_, tag) => Table(tag)) { UnitsPerEm = Typeface.UnitsPerEm };
        _font = new(face);
        _font.SetScale(Typeface.UnitsPerEm, Typeface.UnitsPerEm);
        _font.SetFunctionsOpenType();
    }

    public SKTypeface Typeface { get; }

    public bool Has(Rune character) => _font.TryGetGlyph((uint)character.Value, out _);

    /// <summary>The glyphs of a text with their places, in ems from its beginning; y grows downwards.</summary>
    public ShapedRun Shape(string text)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        _font.Shape(buffer);
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var (glyphs, places) = (new ushort[infos.Length], new SKPoint[infos.Length]);
        float em = Typeface.UnitsPerEm;
        var pen = 0;
        for (var at = 0; at < infos.Length; at++)
        {
            glyphs[at] = (ushort)infos[at].Codepoint;
            places[at] = new((pen + positions[at].XOffset) / em, -positions[at].YOffset / em);
            pen += positions[at].XAdvance;
        }

        return new(this, glyphs, places, pen / em, Ink(glyphs, places));
    }

    public void Dispose()
    {
        _font.Dispose();
        Typeface.Dispose();
    }

    private float Ink(ushort[] glyphs, SKPoint[] places)
    {
        using var font = new SKFont(Typeface, MeasuringSize) { Hinting = SKFontHinting.None };
        font.GetGlyphWidths(glyphs, out var bounds);
        return places.Zip(bounds, (place, bound) => place.X + (bound.Right / MeasuringSize)).Append(0).Max();
    }

    private Blob Table(Tag tag)
    {
        if (!Typeface.TryGetTableData(tag, out var bytes) || bytes.Length == 0)
        {
            return Blob.Empty;
        }

        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            return new(pinned.AddrOfPinnedObject(), bytes.Length, MemoryMode.Duplicate);
        }
        finally
        {
            pinned.Free();
        }
    }
}
