using System.Buffers;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// How much running text stands in each element of a page, counted in one walk: characters of paragraphs that are not
/// mostly links. What is left of a page without them is navigation.
/// </summary>
internal sealed class PageWeights
{
    // Shorter lines are labels, dates and buttons as often as text.
    private const int ShortestParagraph = 25;
    private const double MostLinked = 0.5;

    private static readonly SearchValues<string> Rights = SearchValues.Create(["©", "Copyright", "All rights reserved", "Tous droits réservés"], StringComparison.OrdinalIgnoreCase);

    private readonly Dictionary<IElement, Amount> _amounts = [];
    private readonly Func<IElement, bool> _leaveOut;

    private PageWeights(Func<IElement, bool> leaveOut) => _leaveOut = leaveOut;

    /// <param name="leaveOut">Elements whose text does not count.</param>
    public static PageWeights Of(IElement root, Func<IElement, bool> leaveOut)
    {
        var weights = new PageWeights(leaveOut);
        weights.Weigh(root, linked: false);
        return weights;
    }

    /// <summary>The running text in an element.</summary>
    public int this[IElement element] => _amounts.GetValueOrDefault(element).Running;

    /// <summary>True where an element's text is nothing but links to elsewhere.</summary>
    public bool IsLinks(IElement element) => _amounts.GetValueOrDefault(element) is { Running: 0, Linked: > 0 } amount && amount.Linked > amount.All * 0.6;

    /// <summary>All characters, those in links, those of running text, whether blocks stand inside, and whether its own words claim rights.</summary>
    private readonly record struct Amount(int All, int Linked, int Running, bool Blocks, bool Rights);

    private Amount Weigh(IElement element, bool linked)
    {
        var (own, ownLinked, all, allLinked, running, blocks) = (0, 0, 0, 0, 0, false);
        var rights = false;
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IText text)
            {
                var length = text.Data.AsSpan().Trim().Length;
                own += length;
                ownLinked += linked ? length : 0;
                rights |= length > 0 && length < 400 && text.Data.AsSpan().ContainsAny(Rights);
            }
            else if (children[i] is IElement child && !_leaveOut(child))
            {
                var amount = Weigh(child, linked || LeadsAway(child));
                all += amount.All;
                allLinked += amount.Linked;
                running += amount.Running;
                if (PageLines.IsInline(child.LocalName) && !amount.Blocks)
                {
                    rights |= amount.Rights;
                    own += amount.All;
                    ownLinked += amount.Linked;
                    all -= amount.All;
                    allLinked -= amount.Linked;
                }
                else
                {
                    blocks |= child.LocalName != "br";
                }
            }
        }
        // Inline text belongs to the block around it.
        var isBlock = blocks || !PageLines.IsInline(element.LocalName);
        if (isBlock && own >= ShortestParagraph && ownLinked <= own * MostLinked && !(rights && own < 400) && element.LocalName is not ("h1" or "h2" or "h3" or "h4" or "h5" or "h6"))
            running += own - ownLinked;
        var result = new Amount(all + own, allLinked + ownLinked, running, blocks, rights);
        // Of all others nobody could ask anything but whether they have either.
        if (running > 0 || result.Linked > 0)
            _amounts[element] = result;
        return result;
    }

    // Addresses to write or call are a release's own.
    private static bool LeadsAway(IElement element) => element.LocalName == "a" && element.GetAttribute("href") is { } href
        && !href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && !href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) && !href.Contains("/cdn-cgi/l/email-protection", StringComparison.Ordinal);
}
