namespace NewsWire.Data;

/// <summary>
/// Why a source or a document could not be read. The column failure of source and document holds these names in lower case;
/// ingestion writes it, pages choose their words by it.
/// </summary>
public enum FailureKind
{
    /// <summary>A setting of this installation does not allow it: a private network, a size limit.</summary>
    Blocked,

    /// <summary>The address cannot be opened as it is written.</summary>
    Invalid,

    /// <summary>There is nothing at the address: 404, 410, a file that is gone.</summary>
    Missing,

    /// <summary>The server failed: 500 to 599.</summary>
    Server,

    /// <summary>The server asks to be asked less often: 429, or its Retry-After of an earlier answer still holds.</summary>
    Limited,

    /// <summary>The server does not let this program read: 401, 403, a check for robots.</summary>
    Denied,

    /// <summary>Any other answer that is no document.</summary>
    Unexpected,

    /// <summary>No name, no connection, no TLS, or a connection that broke off.</summary>
    Unreachable,

    /// <summary>No connection or no complete answer within the limit.</summary>
    Timeout,

    /// <summary>A document came, and it could not be read.</summary>
    Unreadable,

    /// <summary>A folder or file of this machine that does not exist or may not be read.</summary>
    Folder,

    /// <summary>A fault of this program; the log has it.</summary>
    Internal,
}
