using NewsWire.Data;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Data;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("Host=db", GssEncryptionMode.Disable)]
    [InlineData("Host=db;GSS Encryption Mode=Prefer", GssEncryptionMode.Prefer)]
    [InlineData("Host=db;gssencryptionmode=require", GssEncryptionMode.Require)]
    public void Kerberos_is_used_where_the_operator_asks_for_it(string given, GssEncryptionMode expected) =>
        Assert.Equal(expected, new NpgsqlConnectionStringBuilder(DataRegistration.Complete(given)).GssEncryptionMode);
}
