using System.Collections.Frozen;

namespace NewsWire.Ingest.Normalize;

/// <summary>The words no text of a language does without.</summary>
internal static class LittleWords
{
    private const int FewestWords = 20;

    private static readonly FrozenDictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "the and of for with to by is are from",
        ["fr"] = "le la les des du et dans pour une sur au aux par que",
        ["de"] = "der die das und den dem mit für von ist ein eine im zu",
        ["es"] = "el los las del y en con para una por que su",
        ["it"] = "il di che per con gli della del una nel alla è",
        ["pt"] = "o os em para com uma do da dos das no na e",
        ["sv"] = "och att det som en ett på är av för med till",
        ["da"] = "og at det som en et på er af for med til",
        ["no"] = "og å det som en et på er av for med til",
        ["pl"] = "i w na z się do że jest oraz dla",
        ["nl"] = "het een van en voor met op is zijn te",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);

    /// <summary>True for a text of some length in which hardly any of its language's stand: it is in another. Of a language without a list nobody can say.</summary>
    public static bool AreMissing(string code, string text) => ShareOf(code, text) is < 0.03;

    /// <summary>True for a text in which they stand as often as in any of its language.</summary>
    public static bool AreThere(string code, string text) => ShareOf(code, text) is > 0.08;

    // Null for a language without a list, and for a text that is too short.
    private static double? ShareOf(string code, string text)
    {
        if (!ByLanguage.TryGetValue(code, out var little))
            return null;
        var (words, found) = (0, 0);
        foreach (var range in text.AsSpan().SplitAny(' ', '\n'))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty)
                continue;
            words++;
            found += little.Contains(word) ? 1 : 0;
        }
        return words < FewestWords ? null : (double)found / words;
    }
}
