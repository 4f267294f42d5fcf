using System.Data;
using Dapper;

namespace NewsWire.Data;

/// <summary>Npgsql reports every array column as System.Array, and Dapper then cannot fill a record that says which: this tells it.</summary>
internal sealed class ArrayHandler<T> : SqlMapper.TypeHandler<T[]>
{
    public override T[] Parse(object value) => (T[])value;

    public override void SetValue(IDbDataParameter parameter, T[]? value) => parameter.Value = value is null ? DBNull.Value : value;
}
