using System.Net.Sockets;
using Microsoft.Extensions.Options;
using NewsWire.Data;
using NewsWire.Data.PrivateServer;
using Npgsql;

namespace NewsWire.Web.Commands;

/// <summary>Why a command failed, as one sentence for the operator; bugs are left to be thrown.</summary>
internal static class CommandTrouble
{
    private const string ConnectionSetting = "ConnectionStrings:NewsWire";

    /// <summary>A sentence for the operator, or null for a bug.</summary>
    public static string? Of(Exception trouble) => Sentence(trouble) is { } sentence ? Secrets.Redact(sentence) : null;

    private static string? Sentence(Exception trouble) => trouble switch
    {
        SchemaRefusedException or PrivateServerException => trouble.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        _ when DatabaseFailure.Of(trouble) is { Kind: DatabaseFailureKind.Away or DatabaseFailureKind.Slow } away =>
            $"The database of {ConnectionSetting} does not answer: {away.Reason}.",
        // A migration that lacks a right or a table is named.
        _ when DatabaseFailure.Of(trouble) is { Kind: not DatabaseFailureKind.Unusable } failure =>
            $"The database of {ConnectionSetting} refused: {failure.Reason}.",
        InvalidOperationException { InnerException: PostgresException refused } =>
            $"{trouble.Message} The database of {ConnectionSetting} refused: {refused.MessageText}.",
        PostgresException refused => $"The database of {ConnectionSetting} refused: {refused.MessageText}.",
        // Kestrel's message names the address.
        IOException when trouble.GetBaseException() is SocketException => $"{trouble.Message.TrimEnd('.')}. Another address can be given with --urls.",
        InvalidOperationException when trouble.Message.StartsWith("Unable to configure HTTPS endpoint", StringComparison.Ordinal) =>
            "An https address is to be served, and no certificate is configured for it. Set Kestrel:Certificates:Default:Path and "
            + "Kestrel:Certificates:Default:KeyPath, or serve http behind a reverse proxy with TLS.",
        SocketException denied => $"The address of --urls cannot be served: {denied.Message}.",
        FormatException => trouble.Message,
        InvalidOperationException when trouble.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => trouble.Message,
        _ => null,
    };

    /// <summary>Runs a command. Errors that the operator can fix end it with one sentence and exit code 1.</summary>
    public static async Task<int> SaidAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception trouble) when (Of(trouble) is not null)
        {
            await Console.Error.WriteLineAsync(Of(trouble));
            return 1;
        }
    }
}
