using System.Data;
using Dapper;

namespace NewsWire.Data;

/// <summary>Maps array columns: Npgsql reports them as System.Array, which Dapper cannot assign to a record's typed array.</summary>
internal sealed class ArrayHandler<T> : SqlMapper.TypeHandler<T[]>
{
    public override T[] Parse(object value) => (T[])value;

    public override void SetValue(IDbDataParameter parameter, T[]? value) => parameter.Value = value is null ? DBNull.Value : value;
}
