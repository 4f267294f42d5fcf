namespace NewsWire.Ingest.Formats;

/// <summary>A time as far as it was written: any part may be missing, and nothing is guessed.</summary>
/// <param name="Offset">Hours from UTC where the text gives them, by number or by an unambiguous name.</param>
/// <param name="Zone">The IANA zone of a name that changes with the season (ET), where the text gives one.</param>
/// <param name="OfMachine">True for a form that only programs write: where it names no zone it means UTC.</param>
internal readonly record struct WireTime(DateOnly? Date, TimeOnly? Time, TimeSpan? Offset, string? Zone, bool OfMachine = false);
