using System.Text;

namespace NewsWire.Benchmarks;

/// <summary>Generates text from a word list and a seed; the same seed gives the same text on every machine.</summary>
internal struct Words(ulong seed)
{
    private static readonly string[] Nouns =
        "harbour lantern orchard turbine ledger valley kitchen bridge archive signal meadow foundry compass garden reactor library pipeline station glacier workshop market festival telescope vaccine battery cargo museum prairie clinic satellite railway studio sensor cooperative quarry reservoir gallery ferry greenhouse observatory".Split(' ');

    private static readonly string[] Adjectives =
        "northern quiet regional modular renewable annual coastal independent secure granular autonomous local senior open federal rapid private certified digital seasonal".Split(' ');

    private static readonly string[] Verbs =
        "announces completes expands opens acquires publishes appoints licenses renews presents receives introduces extends reports launches joins".Split(' ');

    private static readonly string[] Small = "the of and for with in to by from across its a on this under".Split(' ');

    private ulong _state = (seed + 1) * 0x9E3779B97F4A7C15;

    /// <summary>A pseudo-random number from 0 to limit - 1.</summary>
    public int Next(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return (int)((z >> 33) % (ulong)limit);
    }

    public string Noun() => Nouns[Next(Nouns.Length)];

    public string Headline(string issuer)
    {
        var verb = Verbs[Next(Verbs.Length)];
        return $"{issuer} {verb} {Adjectives[Next(Adjectives.Length)]} {Noun()} {Noun()} for {Adjectives[Next(Adjectives.Length)]} {Noun()}s";
    }

    public string Company(int number) => $"{Capital(Noun())} {Capital(Noun())} {(number % 3) switch { 0 => "Inc.", 1 => "Corp.", _ => "Ltd." }} {number}";

    /// <summary>Appends sentences until the text has at least this many characters.</summary>
    public void Paragraph(StringBuilder to, int length)
    {
        var end = to.Length + length;
        while (to.Length < end)
        {
            var words = 9 + Next(10);
            for (var i = 0; i < words; i++)
            {
                var word = Next(10) switch { < 4 => Small[Next(Small.Length)], < 7 => Noun(), < 9 => Adjectives[Next(Adjectives.Length)], _ => Verbs[Next(Verbs.Length)] };
                to.Append(i == 0 ? Capital(word) : word).Append(i == words - 1 ? ". " : " ");
            }
        }
        to.Length--;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
