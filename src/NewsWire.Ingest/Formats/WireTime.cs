namespace NewsWire.Ingest.Formats;

/// <summary>A date and time as written; any part may be missing, and nothing is guessed.</summary>
/// <param name="Offset">Offset from UTC where the text gives one, by number or by an unambiguous zone name.</param>
/// <param name="Zone">IANA zone id where the text names a zone with daylight saving time (ET), or null.</param>
/// <param name="OfMachine">True for a form that only programs write; without a zone it is read as UTC.</param>
internal readonly record struct WireTime(DateOnly? Date, TimeOnly? Time, TimeSpan? Offset, string? Zone, bool OfMachine = false);
