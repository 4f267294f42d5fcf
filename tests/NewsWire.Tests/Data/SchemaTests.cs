using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data;
using NewsWire.Tests.Support;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Data;

public sealed class SchemaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_database_gets_every_script_in_order()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Token);
        Assert.False(await Schema.IsCurrentAsync(database.Source, Token));

        var ran = await MigrateAsync(database.Source);

        Assert.Equal(Schema.Scripts, ran);
        Assert.True(await Schema.IsCurrentAsync(database.Source, Token));
    }

    [Fact]
    public async Task A_second_migration_finds_nothing_to_do()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Token);
        await MigrateAsync(database.Source);

        Assert.Empty(await MigrateAsync(database.Source));
    }

    [Fact]
    public async Task Two_migrations_at_once_take_turns()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Token);
        await using var other = NpgsqlDataSource.Create(database.ConnectionString);

        var ran = await Task.WhenAll(Task.Run(() => MigrateAsync(database.Source), Token), Task.Run(() => MigrateAsync(other), Token));

        Assert.Equal(Schema.Scripts, ran.SelectMany(scripts => scripts));
        Assert.Contains(ran, scripts => scripts.Count == 0);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await database.Database.ExecuteAsync(
            "insert into schema_version (scriptname, applied) values ('9999_from_the_future.sql', now())", null, Token);
        // A change that a migration would undo.
        await database.Database.ExecuteAsync("delete from schema_version where scriptname = @Last", new { Last = Schema.Scripts[^1] }, Token);
        var before = await AppliedAsync(database);

        var refusal = await Assert.ThrowsAsync<SchemaRefusedException>(() => MigrateAsync(database.Source));

        Assert.Contains("9999_from_the_future.sql", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("newer", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await AppliedAsync(database));
    }

    private static Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource source) => Schema.MigrateAsync(source, NullLogger.Instance, Token);

    private static Task<IReadOnlyList<string>> AppliedAsync(TestDatabase database) =>
        database.Database.QueryAsync<string>("select scriptname from schema_version order by scriptname", null, Token);
}
