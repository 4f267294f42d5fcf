using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsWire.Data;

namespace NewsWire.Ingest.Normalize;

/// <summary>A contact of a release; parts that are not clearly given are null.</summary>
internal sealed record Contact(string? Name, string? Organisation, string? Email, string? Phone);

/// <summary>
/// Parses contact blocks: name, organisation, e-mail address and telephone number, on separate lines or separated by commas.
/// </summary>
internal static partial class Contacts
{
    private const int Most = 10;
    private const int LongestText = 4000;
    private const int LongestPart = 80;

    /// <param name="text">The text of a contact block; several contacts are separated by blank lines, labels or a further e-mail
    /// address.</param>
    public static ImmutableArray<Contact> In(string text)
    {
        var contacts = new List<Contact>();
        var current = new Contact(null, null, null, null);
        foreach (var line in (text.Length > LongestText ? text[..LongestText] : text).Split('\n'))
        {
            var rest = Label().Replace(line, "").Trim();
            // A label or an empty line begins the next contact.
            if (rest.Length == 0 || rest.Length < line.Trim().Length)
                Close();
            var parts = Parts().Split(rest);
            // "Harbor Looms" followed by "Ines Aldaba, 503-555-0119": the name next to the number is the person's,
            // the other one the organisation's.
            if (parts.Length > 1 && current is { Name: { } organisation, Organisation: null, Email: null, Phone: null } && PersonsName().IsMatch(parts[0]) && Phone().IsMatch(rest))
                current = new Contact(null, organisation, null, null);
            foreach (var part in parts)
                Take(part.Trim(' ', '\u00A0', ':', '-', '–', '|', '(', ')'), part);
        }
        Close();
        return [.. contacts.Distinct().Take(Most)];

        void Take(string part, string written)
        {
            if (Email().Match(part) is { Success: true } email)
            {
                if (current.Email is not null)
                    Close();
                current = current with { Email = email.Value.ToLowerInvariant() };
            }
            else if (Phone().Match(written) is { Success: true } phone && phone.Value.Count(char.IsAsciiDigit) is >= 7 and <= 15)
            {
                current = current with { Phone = current.Phone ?? phone.Value.Trim() };
            }
            else if (part.Length is > 1 and <= LongestPart && !part.Contains("http", StringComparison.OrdinalIgnoreCase) && !part.Contains("www.", StringComparison.OrdinalIgnoreCase))
            {
                if (current is { Email: not null } or { Phone: not null } && PersonsName().IsMatch(part))
                    Close();
                if (current.Name is null && PersonsName().IsMatch(part) && !LegalForms.EndIn(part))
                    current = current with { Name = part };
                else if (current.Organisation is null && char.IsUpper(part[0]) && !Post().IsMatch(part) && part.Count(char.IsAsciiDigit) < 3)
                    current = current with { Organisation = part };
            }
        }

        void Close()
        {
            if (current is { Email: not null } or { Phone: not null } or { Name: not null, Organisation: not null })
                contacts.Add(current);
            else if (current.Name is not null || current.Organisation is not null)
                return;
            current = new Contact(null, null, null, null);
        }
    }

    [GeneratedRegex("""^\s*(?:(?:(?:Media|Press|Investor|Company|Corporate|Public|For)\s){0,2}(?:Contacts?|Relations|Enquiries|Inquiries|(?:further|more|additional)\sinformation)(?:\s(?:please\s)?(?:contact|information|presse|médias?))?|Renseignements|Contactos?|Kontakt|Pressekontakt|Ansprechpartner|Pour\s(?:de\s)?plus\s[^:]{5,40})\s*(?:[,:：]|$)|^\s*(?:CONTACTS?|Source)\s*[:：]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    [GeneratedRegex("""\s*[,;|]\s+|\s+[-–—]\s+|\t|(?<=[\p{L}\d])\s+(?=(?:T|P|M|Tel|Tél|Phone|Office|Mobile|Cell|Email|E-mail|Courriel)\.?\s?:)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex("""[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,5}""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();

    [GeneratedRegex("""(?<![\d.])(?:\+\s?\d{1,3}[\s.\-\u00A0]?)?(?:\(\d{1,4}\)[\s.\-\u00A0]{0,2})?\d{2,5}(?:[\s.\-\u00A0]{1,2}\d{2,5}){1,5}(?!\d)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex("""^(?:(?:Dr|Mr|Ms|Mrs|Mme|Prof)\.?\s)?\p{Lu}[\p{L}\p{M}'’.\-]{0,24}(?:\s(?:(?:de|la|du|van|von|der|den|bin|al|da|dos|del)\s){0,2}\p{Lu}[\p{L}\p{M}'’.\-]{0,24}){1,3}$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PersonsName();

    [GeneratedRegex("""(?:Director|President|Manager|Officer|Relations|Chair|Head|Communications?|Vice|Executive|Secretary|Partner|Advisor|Directeur|Directrice|Président|Responsable|Conseill|Leiter|Sprecher|Gerente|CEO|CFO|VP|Press|Media|Tel|Phone|Email|E-mail)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Post();
}
