using System.Data;
using Dapper;

namespace NewsWire.Data;

/// <summary>
/// Maps timestamptz for reading: Npgsql reports it as a UTC DateTime, which Dapper cannot assign to a DateTimeOffset. Writing is unchanged:
/// Npgsql accepts only offset zero, as intended.
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
