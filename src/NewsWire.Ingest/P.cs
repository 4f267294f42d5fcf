namespace NewsWire.Ingest; internal static class Placeholder;
