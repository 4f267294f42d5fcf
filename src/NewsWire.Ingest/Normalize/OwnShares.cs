using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Which of the shares a text names are its issuer's own: a release speaks of rivals, customers and partners too.</summary>
internal static partial class OwnShares
{
    private const int NameSearched = 160;

    /// <summary>
    /// The shares in the headline and where the text begins, those directly behind the issuer's name, and those of its description;
    /// all others only where there are none of these, and none was named apart from the text. Numbers of shares are kept as they are.
    /// </summary>
    /// <param name="declared">True where the document names shares apart from its text.</param>
    public static IEnumerable<Ticker> In(string headline, string text, string? issuer, ImmutableArray<Section> boilerplate, bool declared)
    {
        var key = Issuers.Key(issuer is null ? null : Bare(issuer));
        var lead = Opening.Of(text);
        var about = Description(boilerplate, key);
        var named = Tickers.Brackets(headline).Select(bracket => (bracket.Shares, IsOwn: (bool?)!IsCompared(headline, bracket.Start)))
            .Concat(Tickers.Brackets(text).Select(bracket => (bracket.Shares, IsOwn: IsOwnAt(bracket.Start))))
            .ToList();
        var own = named.Where(bracket => bracket.IsOwn == true).ToList();
        var kept = own.Count > 0 || declared ? own : named.Where(bracket => bracket.IsOwn is null);
        return kept.SelectMany(bracket => bracket.Shares).Concat(Tickers.Numbers(headline + "\n" + text));

        // Null where nothing speaks for it, false where the text says that it is another's.
        bool? IsOwnAt(int at) => IsBehind(key, text, at) ? true
            : IsCompared(text, at) ? false
            : (at >= lead.Start && at < lead.End) || about.Any(section => at >= section.Start && at < section.Start + section.Text.Length) ? true
            : null;
    }

    /// <summary>A name without what stands in brackets behind it.</summary>
    public static string Bare(string name) => BracketsAtEnd().Replace(name, "").Trim(' ', ',', '\u00A0');

    // Of several descriptions only the issuer's own; a single one is.
    private static List<Section> Description(ImmutableArray<Section> boilerplate, string? key)
    {
        var about = boilerplate.Where(section => section.Kind == "about").ToList();
        var own = key is null ? [] : about.Where(section => Issuers.Key(Heading().Match(section.Text).Groups["name"].Value) is { } name && (name.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(name, StringComparison.Ordinal))).ToList();
        return own.Count > 0 || about.Count > 1 ? own : about;
    }

    private static bool IsBehind(string? key, string text, int at)
    {
        if (key is null || Issuers.Key(Bare(text[Math.Max(0, at - NameSearched)..at])) is not { } before)
            return false;
        return before == key || before.EndsWith("-" + key, StringComparison.Ordinal);
    }

    private static bool IsCompared(string text, int at)
    {
        var before = text[Math.Max(0, at - NameSearched)..at];
        var sentence = SentenceEnd().Matches(before) is { Count: > 0 } ends ? before[(ends[^1].Index + 1)..] : before;
        return Comparison().IsMatch(sentence);
    }

    [GeneratedRegex("""(?:[\s\u00A0]*[(\[][^()\[\]]{1,120}[)\]])+[\s\u00A0]*$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BracketsAtEnd();

    [GeneratedRegex(@"^(?:" + Boilerplate.AboutWords + @")\s*(?<name>[^\n:：]{1,120})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    // "Inc. (" and "Corp. and" end no sentence.
    [GeneratedRegex("""[.!?]["”»]?\s+(?=\p{Lu})|\n""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""\b(?:such\sas|like|unlike|versus|vs|rivals?|competitors?|compet(?:es?|ed|ing)\s(?:with|against)|peers?|compared\s(?:to|with)|concurrents?|tel(?:le)?s?\sque|rivales|competidores|Wettbewerber|Konkurrenten)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comparison();
}
