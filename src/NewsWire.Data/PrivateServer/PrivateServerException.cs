namespace NewsWire.Data.PrivateServer;

/// <summary>The private server cannot be had; the message tells the person who runs the program why, and what can be done.</summary>
public sealed class PrivateServerException(string message, Exception? inner = null) : Exception(message, inner);
