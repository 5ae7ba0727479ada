using System.Text.Json.Serialization;

namespace Dissemination.Storage.Records;

/// <summary>What can be wrong with the record.</summary>
[JsonConverter(typeof(NamedEnumConverter<RecordFaultKind>))]
internal enum RecordFaultKind
{
    /// <summary>A line does not say what it said when it was written.</summary>
    Changed,

    /// <summary>Lines are gone.</summary>
    Missing,

    /// <summary>A line stands where it was not written.</summary>
    OutOfPlace,

    /// <summary>The chain fits in itself, and not to the end that is kept apart: it was made anew.</summary>
    EndDiffers,

    /// <summary>The end of a day that is over is not kept any more.</summary>
    EndMissing,

    /// <summary>Among the ends that are kept apart lies something that is none of them.</summary>
    EndUnknown,

    /// <summary>What people see of a line beside an item is not what the chain says.</summary>
    SeenChanged,

    /// <summary>What the chain says is not seen beside its item any more.</summary>
    SeenMissing,

    /// <summary>People see a line beside an item that the chain does not know.</summary>
    SeenUnknown,
}
