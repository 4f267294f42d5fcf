using System.Collections.Frozen;
using Lingua;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// The language of a release: as declared, or detected where nothing is declared or the text contradicts the declaration.
/// </summary>
/// <param name="Code">ISO 639 code in lower case, two or three letters: en, fr.</param>
/// <param name="Guessed">True where it was detected from the text.</param>
/// <param name="Remark">Why the declaration was not used, as a sentence for operators; or null.</param>
internal readonly record struct TextLanguage(string Code, bool Guessed, string? Remark);

/// <summary>Reads declared languages and detects undeclared ones. The detector's models are loaded on first use and kept.</summary>
internal static class Languages
{
    private const string Default = "en";
    private const int Sample = 500;
    private const int FewestLetters = 20;
    private const double Certain = 0.8;

    // Only languages that share a script need to be told apart by their words.
    private static readonly Lazy<LanguageDetector> Latin = Lazily(
        Language.English, Language.French, Language.Spanish, Language.German, Language.Italian, Language.Portuguese, Language.Dutch, Language.Swedish,
        Language.Danish, Language.Bokmal, Language.Finnish, Language.Polish, Language.Czech, Language.Hungarian, Language.Romanian, Language.Turkish,
        Language.Indonesian, Language.Vietnamese);

    private static readonly Lazy<LanguageDetector> Cyrillic = Lazily(Language.Russian, Language.Ukrainian, Language.Bulgarian);
    private static readonly Lazy<LanguageDetector> Arabic = Lazily(Language.Arabic, Language.Persian);

    // For a language not written in Latin letters: the script a text in it must have.
    private static string ScriptNeededBy(string code) => code switch
    {
        "ja" or "zh" => "Han",
        "ko" => "Hangul",
        "ru" or "uk" or "bg" or "be" or "mk" => "Cyrillic",
        "ar" or "fa" or "ur" => "Arabic",
        "he" => "Hebrew",
        "el" => "Greek",
        "th" => "Thai",
        "hi" => "Devanagari",
        _ => "Latin",
    };

    // Languages written in Latin and in another script.
    private static readonly FrozenSet<string> InTwoScripts = new[] { "sr", "kk", "uz", "az", "mn", "tt", "ku", "pa" }.ToFrozenSet(StringComparer.Ordinal);

    public static TextLanguage Of(string? declared, string headline, string bodyText)
    {
        var text = headline + " " + (bodyText.Length > Sample ? bodyText[..Sample] : bodyText);
        var code = CodeOf(declared);
        if (code is null)
            return new TextLanguage(Guess(text), true, null);
        // Names and numbers in Latin letters occur in every text, so only a text almost entirely in another
        // script contradicts the declaration.
        var (script, isClear) = ScriptOf(text);
        if (isClear && script == "Latin" && LittleWords.AreMissing(code, text) && Guess(text, Latin, code) is var spoken && spoken != code && LittleWords.AreThere(spoken, text))
            return new TextLanguage(spoken, true, $"The declared language “{code}” does not match the text, which was read as “{spoken}”.");
        if (!isClear || InTwoScripts.Contains(code) || script == ScriptNeededBy(code))
            return new TextLanguage(code, false, null);
        var guessed = Guess(text);
        return new TextLanguage(guessed, true, $"The declared language “{code}” does not match the script of the text, which was read as “{guessed}”.");
    }

    private static string? CodeOf(string? tag)
    {
        var code = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return code.Length is 2 or 3 && code.All(char.IsAsciiLetter) && code is not ("und" or "mul" or "zxx") ? code : null;
    }

    private static string Guess(string text)
    {
        var (script, _) = ScriptOf(text);
        return script switch
        {
            "Latin" => text.Count(char.IsLetter) < FewestLetters || IsPlainlyEnglish(text) ? Default : Guess(text, Latin, Default),
            "Cyrillic" => Guess(text, Cyrillic, "ru"),
            "Arabic" => Guess(text, Arabic, "ar"),
            "Greek" => "el",
            "Hebrew" => "he",
            "Thai" => "th",
            "Devanagari" => "hi",
            "Hangul" => "ko",
            "Han" => text.AsSpan().IndexOfAnyInRange('\u3040', '\u30FF') >= 0 ? "ja" : "zh",
            _ => Default,
        };
    }

    // No other language has these words as often, and this check is much faster than the detector, which takes milliseconds.
    private static bool IsPlainlyEnglish(string text)
    {
        var articles = 0;
        var others = 0;
        foreach (var word in text.AsSpan().Split(' '))
        {
            articles += text.AsSpan(word) is "the" or "The" ? 1 : 0;
            others += text.AsSpan(word) is "and" or "of" ? 1 : 0;
        }
        return articles >= 2 && others >= 2 && articles + others >= 6;
    }

    private static string Guess(string text, Lazy<LanguageDetector> detector, string otherwise)
    {
        // Names make the detection of short texts unreliable; without sufficient confidence the fallback language is used.
        var (language, confidence) = detector.Value.ComputeLanguageConfidenceValues(text).FirstOrDefault();
        var code = confidence >= Certain && language != Language.Unknown ? language.IsoCode6391().ToString().ToLowerInvariant() : otherwise;
        // Wires and browsers use the code "no" for Norwegian.
        return code == "nb" ? "no" : code;
    }

    private static Lazy<LanguageDetector> Lazily(params Language[] languages) =>
        new(() => LanguageDetectorBuilder.FromLanguages(languages).WithLowAccuracyMode().Build());

    private static (string Script, bool IsClear) ScriptOf(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var letters = 0;
        var last = "";
        var run = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            var script = c switch
            {
                < '\u0250' or (>= '\u1E00' and < '\u1F00') => "Latin",
                (>= '\u0370' and < '\u0400') or (>= '\u1F00' and < '\u2000') => "Greek",
                >= '\u0400' and < '\u0530' => "Cyrillic",
                >= '\u0590' and < '\u0600' => "Hebrew",
                >= '\u0600' and < '\u0780' => "Arabic",
                >= '\u0900' and < '\u0980' => "Devanagari",
                >= '\u0E00' and < '\u0E80' => "Thai",
                (>= '\u3040' and < '\u3100') or (>= '\u3400' and < '\uA000') => "Han",
                >= '\uAC00' and < '\uD7B0' => "Hangul",
                _ => "other",
            };
            // Scripts change rarely within a text, so counts are updated once per run of letters.
            if (script != last)
            {
                Count();
                (last, run) = (script, 0);
            }
            run++;
        }
        if (letters == 0)
            return ("Latin", false);
        Count();
        // One Han or Hangul character corresponds to several Latin letters, so these are weighted by three.
        var most = counts.MaxBy(pair => pair.Key is "Han" or "Hangul" ? pair.Value * 3 : pair.Value);
        return (most.Key, letters >= FewestLetters / 2 && most.Key != "other" && most.Value * (most.Key is "Han" or "Hangul" ? 3 : 1) > (letters - most.Value) * 4);

        void Count()
        {
            if (run > 0)
                counts[last] = counts.GetValueOrDefault(last) + run;
        }
    }
}
