using System.Collections.Frozen;

namespace NewsWire.Ingest.Normalize;

/// <summary>Common function words per language, used to confirm or contradict a declared language.</summary>
internal static class LittleWords
{
    private const int FewestWords = 20;
    private const int FewestDifferent = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
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
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    /// <summary>
    /// True for a text of sufficient length with hardly any function words of the language: it is in another one. False for a language
    /// without a list.
    /// </summary>
    public static bool AreMissing(string code, string text) => ShareOf(code, text) is < 0.03;

    /// <summary>
    /// True for a text with as many function words as is usual in the language: several different ones, each followed by a word in lower
    /// case, so that they are not part of names.
    /// </summary>
    public static bool AreThere(string code, string text) => ShareOf(code, text, amongSmall: true) is > 0.08;

    // German capitalizes every noun, so there only words that are common in names, or that begin a title, are left out.
    private static bool IsNoName(string little) => char.IsLower(little[0]) && little is not ("der" or "von" or "zu" or "dem" or "den");

    // The share of words, 0 to 1; null for a language without a list and for a text that is too short. "El
    // Paso" and "van der Berg" are names.
    private static double? ShareOf(string code, string text, bool amongSmall = false)
    {
        if (!ByLanguage.TryGetValue(code, out var little))
            return null;
        var (words, found, last) = (0, 0, "");
        HashSet<string> different = new(StringComparer.OrdinalIgnoreCase);
        foreach (var word in text.Split((char[])[' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            words++;
            if (amongSmall ? little.Contains(last) && (char.IsLower(word[0]) || code == "de" && IsNoName(last)) : little.Contains(word))
            {
                found++;
                different.Add(amongSmall ? last : word);
            }
            last = word;
        }
        return words < FewestWords ? null : amongSmall && different.Count < FewestDifferent ? 0 : (double)found / words;
    }
}
