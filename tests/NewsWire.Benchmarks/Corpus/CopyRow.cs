using Npgsql;
using NpgsqlTypes;

namespace NewsWire.Benchmarks.Corpus;

/// <summary>
/// Writes the columns of one row in order. Each method names its PostgreSQL type, because binary COPY does not convert types.
/// </summary>
internal sealed class CopyRow(NpgsqlBinaryImporter copy)
{
    public CopyRow Text(string value) => Write(value, NpgsqlDbType.Text);

    public CopyRow Texts(string[] value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public CopyRow Number(long value) => Write(value, NpgsqlDbType.Bigint);

    public CopyRow Whole(int value) => Write(value, NpgsqlDbType.Integer);

    public CopyRow Wholes(int[] value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public CopyRow Instant(DateTime value) => Write(value, NpgsqlDbType.TimestampTz);

    public CopyRow Day(DateOnly value) => Write(value, NpgsqlDbType.Date);

    public CopyRow Truth(bool value) => Write(value, NpgsqlDbType.Boolean);

    public CopyRow Bytes(byte[] value) => Write(value, NpgsqlDbType.Bytea);

    private CopyRow Write<T>(T value, NpgsqlDbType type)
    {
        copy.Write(value, type);
        return this;
    }
}
