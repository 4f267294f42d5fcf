namespace NewsWire.Data.PrivateServer;

/// <summary>The private server is not available; the message tells the operator why and what to do.</summary>
public sealed class PrivateServerException(string message, Exception? inner = null) : Exception(message, inner);
