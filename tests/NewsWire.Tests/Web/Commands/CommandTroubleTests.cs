using System.Net.Sockets;
using NewsWire.Web.Commands;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Web.Commands;

public sealed class CommandTroubleTests
{
    [Fact]
    public void What_the_operator_can_mend_is_a_sentence()
    {
        var taken = new IOException("Failed to bind to address http://127.0.0.1:80: address already in use.", new SocketException((int)SocketError.AddressAlreadyInUse));
        Assert.Contains("--urls", CommandTrouble.Of(taken), StringComparison.Ordinal);
        Assert.Contains("does not answer", CommandTrouble.Of(new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_migration_says_what_the_database_answered()
    {
        var failed = new InvalidOperationException("Migration 0001 failed.", new PostgresException("no space left on device", "ERROR", "ERROR", "53100"));

        Assert.Equal("The database of ConnectionStrings:NewsWire refused: no space left on device.", CommandTrouble.Of(failed));
    }

    [Fact]
    public void An_https_address_without_a_certificate_is_a_sentence()
    {
        var refused = new InvalidOperationException("Unable to configure HTTPS endpoint. No server certificate was specified");

        Assert.Contains("Set Kestrel:Certificates:Default:Path", CommandTrouble.Of(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_without_the_right_to_make_tables_is_a_sentence()
    {
        var failed = new InvalidOperationException("Migration 0001.sql failed.", new PostgresException("permission denied for schema public", "ERROR", "ERROR", "42501"));

        Assert.Equal(
            "Migration 0001.sql failed. The database of ConnectionStrings:NewsWire refused: permission denied for schema public.",
            CommandTrouble.Of(failed));
    }

    [Fact]
    public void A_bug_is_no_refusal() => Assert.Null(CommandTrouble.Of(new InvalidOperationException("Sequence contains no elements")));
}
