using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsWire.Data;

namespace NewsWire.Ingest.Normalize;

/// <summary>The shares of a release: its issuer's, and those of rivals, customers and partners it only mentions.</summary>
internal sealed record NamedShares(ImmutableArray<Ticker> Own, ImmutableArray<Ticker> Mentioned);

/// <summary>The shares a text names: the issuer's, those it says to be another's, and those of which it does not say whose they are.</summary>
internal sealed record TextShares(ImmutableArray<Ticker> Own, ImmutableArray<Ticker> Others, ImmutableArray<Ticker> Unclear);

/// <summary>Tells the issuer's shares from those of companies that a release mentions.</summary>
internal static partial class OwnShares
{
    private const int NumberSearched = 120;

    /// <summary>The shares that a document names apart from its text and those of its text, told apart.</summary>
    public static NamedShares Of(ImmutableArray<RawTicker> raw, string headline, string text, string? issuer, ImmutableArray<Section> boilerplate)
    {
        var declared = raw.ToLookup(ticker => ticker.Company is { } company && issuer is not null ? ShareHolder.IsSame(company, issuer) || ShareHolder.IsSame(issuer, company) : !ticker.IsMentioned);
        var found = In(headline, text, issuer, boilerplate, declared[true].Any(ticker => ticker.Symbol is not null));
        // A list that names no companies may hold shares of those that are only mentioned: the text says whose is whose.
        var ofOthers = Tickers.Of([], found.Others);
        var own = Tickers.Of(declared[true], found.Own)
            .Where(ticker => issuer is null || found.Own.Contains(ticker) || declared[true].Any(known => known.Company is not null && IsIt(known, ticker)) || !ofOthers.Any(other => other.Symbol is not null && other.Exchange == ticker.Exchange && other.Symbol == ticker.Symbol)).ToImmutableArray();
        var mentioned = Tickers.Of(declared[false], found.Others.Concat(found.Unclear))
            .Where(ticker => !own.Any(known => (known.Symbol is not null && known.Exchange == ticker.Exchange && known.Symbol == ticker.Symbol) || (known.Isin is not null && known.Isin == ticker.Isin)));
        return new NamedShares(own, [.. mentioned]);
    }

    private static bool IsIt(RawTicker written, Ticker share) => Tickers.Of([written], []).Any(ticker => ticker.Exchange == share.Exchange && ticker.Symbol == share.Symbol);

    /// <summary>
    /// A share is the issuer's where the name before its bracket is the issuer's. Where no name stands before it, it is the
    /// issuer's in the headline, where the text begins and in the issuer's description; elsewhere only if nothing else is.
    /// </summary>
    /// <param name="declared">True where the document names shares of the issuer apart from its text.</param>
    public static TextShares In(string headline, string text, string? issuer, ImmutableArray<Section> boilerplate, bool declared)
    {
        var (start, end) = Opening.Of(text);
        var (ofIssuer, ofOthers) = Descriptions(boilerplate, issuer);
        var named = Tickers.Brackets(headline).Select(bracket => (bracket.Shares, IsOwn: InHeadline(bracket.Start)))
            .Concat(Tickers.Brackets(text).Select(bracket => (bracket.Shares, IsOwn: InText(bracket.Start))))
            .ToList();
        var hasOwn = declared || named.Exists(bracket => bracket.IsOwn == true);
        var numbers = Tickers.Numbers(headline).Select(number => (number.Share, IsOwn: true)).Concat(Tickers.Numbers(text).Select(number => (number.Share, IsOwn: OfNumber(number.Start)))).ToList();
        var own = named.Where(bracket => bracket.IsOwn ?? !hasOwn).SelectMany(bracket => bracket.Shares).Concat(numbers.Where(number => number.IsOwn).Select(number => number.Share)).Distinct().ToImmutableArray();
        var others = named.Where(bracket => bracket.IsOwn == false).SelectMany(bracket => bracket.Shares).Concat(numbers.Where(number => !number.IsOwn).Select(number => number.Share)).Distinct().Except(own).ToImmutableArray();
        return new TextShares(own, others, [.. named.SelectMany(bracket => bracket.Shares).Distinct().Except(own).Except(others)]);

        bool? InHeadline(int at) => HolderAt(headline, at, inHeadline: true) ?? !IsCompared(headline, at);

        // Null where nothing speaks for it, false where the text says that it is another's.
        bool? InText(int at) => HolderAt(text, at, inHeadline: false)
            ?? (IsCompared(text, at) || IsIn(ofOthers, at) ? false : (at >= start && at < end) || IsIn(ofIssuer, at) ? true : null);

        // A number is its bracket's; without one it is the issuer's unless it stands in the description of another.
        bool OfNumber(int at) => text.LastIndexOfAny(['(', '['], at, Math.Min(at + 1, NumberSearched)) is var bracket and >= 0
            && text.IndexOfAny([')', ']'], bracket, at - bracket) < 0 && HolderAt(text, bracket, inHeadline: false) is { } isOwn ? isOwn : !IsIn(ofOthers, at);

        // Without a known issuer, the shares named in the first paragraph count as the issuer's.
        bool? HolderAt(string words, int at, bool inHeadline) =>
            IsBehind(issuer, words, at) ? true
            : ShareHolder.NameBefore(words, at) is not { } holder ? null
            : issuer is null ? (inHeadline || (at >= start && at < end)) && !IsCompared(words, at)
            : ShareHolder.IsSame(holder, issuer, inHeadline);
    }

    /// <summary>A name without what stands in brackets behind it.</summary>
    public static string Bare(string name) => BracketsAtEnd().Replace(name, "").Trim(' ', ',', '\u00A0');

    private static bool IsIn(List<Section> sections, int at) => sections.Exists(section => at >= section.Start && at < section.Start + section.Text.Length);

    // "About the Company" is the issuer's description, and so is a single one where nobody is known to have issued it.
    private static (List<Section> OfIssuer, List<Section> OfOthers) Descriptions(ImmutableArray<Section> boilerplate, string? issuer)
    {
        var about = boilerplate.Where(section => section.Kind == "about").ToLookup(section => Heading().Match(section.Text).Groups["name"].Value.Trim() is var name
            && (issuer is null || ShareHolder.IsSame(Bare(name), issuer) || ShareHolder.NameBefore(name, name.Length) is null));
        return issuer is null && about[true].Count() > 1 ? ([], []) : ([.. about[true]], [.. about[false]]);
    }

    private static bool IsBehind(string? issuer, string text, int at) =>
        CompanyKey.Of(issuer is null ? null : Bare(issuer)) is { } key && CompanyKey.Of(Bare(ShareHolder.Before(text, at))) is { } before
        && (before == key || before.EndsWith("-" + key, StringComparison.Ordinal));

    private static bool IsCompared(string text, int at)
    {
        var before = ShareHolder.Before(text, at);
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
