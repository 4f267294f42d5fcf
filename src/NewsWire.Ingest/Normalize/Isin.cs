namespace NewsWire.Ingest.Normalize;

/// <summary>International Securities Identification Numbers (ISO 6166): two letters, nine letters or digits, a check digit.</summary>
internal static class Isin
{
    private const int Length = 12;

    /// <summary>The ISIN in upper case, or null where its form or check digit is wrong.</summary>
    public static string? Of(string? text)
    {
        var isin = text?.Trim().ToUpperInvariant();
        if (isin is not { Length: Length } || !char.IsAsciiLetter(isin[0]) || !char.IsAsciiLetter(isin[1]) || !char.IsAsciiDigit(isin[^1]) || !isin.All(char.IsAsciiLetterOrDigit))
            return null;
        var digits = string.Concat(isin.Select(c => char.IsAsciiDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var doubled = (digits[^(i + 1)] - '0') * (i % 2 + 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0 ? isin : null;
    }
}
