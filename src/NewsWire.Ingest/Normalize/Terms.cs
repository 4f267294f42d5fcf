using System.Collections.Immutable;

namespace NewsWire.Ingest.Normalize;

/// <summary>A word or word pair by which releases are related.</summary>
/// <param name="Weight">3 for a word of the headline, 1 for one of the text; a pair counts half as much again as its words.</param>
internal readonly record struct Term(string Text, double Weight);

/// <summary>Extracts key terms for related releases, from the headline and the beginning of the text.</summary>
internal static class Terms
{
    private const int LeadLength = 1200;
    private const int Most = 90;
    private const int ShortestWord = 3;
    private const int LongestTerm = 60;

    public static ImmutableArray<Term> Of(string headline, string bodyText)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        Add(headline, 3, weights);
        var news = Boilerplate.Without(bodyText);
        Add(news.Length > LeadLength ? news[..LeadLength] : news, 1, weights);
        return [.. weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Most).Select(pair => new Term(pair.Key, Math.Min(pair.Value, 4)))];
    }

    private static void Add(string text, double weight, Dictionary<string, double> weights)
    {
        string? before = null;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '-' && i > start && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                continue;
            var word = text[start..i].ToLowerInvariant();
            // Punctuation between two words prevents them from forming a pair.
            var apart = i < text.Length && text[i] is not (' ' or '\u00A0' or '’' or '\'');
            start = i + 1;
            if (word.Length == 0)
                continue;
            if (!IsTelling(word))
            {
                before = null;
                continue;
            }
            Count(word, weight);
            if (before is not null)
                Count($"{before} {word}", weight * 1.5);
            before = apart ? null : word;
        }

        void Count(string term, double by)
        {
            if (term.Length <= LongestTerm)
                weights[term] = weights.GetValueOrDefault(term) + by;
        }
    }

    private static bool IsTelling(string word) => word.Length >= ShortestWord && char.IsLetter(word[0]) && !StopWords.Contains(word);
}
