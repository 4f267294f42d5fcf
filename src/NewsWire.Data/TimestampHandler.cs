using System.Data;
using Dapper;

namespace NewsWire.Data;

/// <summary>
/// Npgsql reports timestamptz as a UTC DateTime, and Dapper then cannot fill a record that says DateTimeOffset:
/// this closes the gap for reading. Writing is not touched: only offset zero is accepted there, which is what we want.
/// </summary>
internal sealed class TimestampHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override DateTimeOffset Parse(object value) => value switch
    {
        DateTimeOffset instant => instant,
        DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
        _ => throw new DataException($"A {value.GetType().Name} is not a timestamp."),
    };

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value;
}
