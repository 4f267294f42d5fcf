using System.Buffers;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Running text per element of a page, in characters, counted in one walk: paragraphs that are not mostly links. Text that is not counted
/// is navigation.
/// </summary>
internal sealed class PageWeights
{
    // In characters; shorter lines are as often labels, dates and buttons.
    private const int ShortestParagraph = 25;
    private const double MostLinked = 0.5;

    private static readonly SearchValues<string> Rights = SearchValues.Create(["©", "Copyright", "All rights reserved", "Tous droits réservés"], StringComparison.OrdinalIgnoreCase);

    private readonly Dictionary<IElement, Amount> _amounts = [];
    private readonly Func<IElement, bool> _leaveOut;

    private PageWeights(Func<IElement, bool> leaveOut) => _leaveOut = leaveOut;

    /// <param name="leaveOut">Elements whose text is not counted.</param>
    public static PageWeights Of(IElement root, Func<IElement, bool> leaveOut)
    {
        var weights = new PageWeights(leaveOut);
        weights.Weigh(root, linked: false);
        return weights;
    }

    /// <summary>Characters of running text in an element.</summary>
    public int this[IElement element] => _amounts.GetValueOrDefault(element).Running;

    /// <summary>True where an element's text consists of links to other pages.</summary>
    public bool IsLinks(IElement element) => _amounts.GetValueOrDefault(element) is { Running: 0, Linked: > 0 } amount && amount.Linked > amount.All * 0.6;

    /// <summary>
    /// Characters in total, in links and in running text; whether it contains blocks; whether its own text is a copyright notice.
    /// </summary>
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
        // Inline text counts for the enclosing block.
        var isBlock = blocks || !PageLines.IsInline(element.LocalName);
        if (isBlock && own >= ShortestParagraph && ownLinked <= own * MostLinked && !(rights && own < 400) && element.LocalName is not ("h1" or "h2" or "h3" or "h4" or "h5" or "h6"))
            running += own - ownLinked;
        var result = new Amount(all + own, allLinked + ownLinked, running, blocks, rights);
        // Elements with neither are not stored: queries about them return zero anyway.
        if (running > 0 || result.Linked > 0)
            _amounts[element] = result;
        return result;
    }

    // mailto: and tel: links are contacts of the release and do not count as links to other pages.
    private static bool LeadsAway(IElement element) => element.LocalName == "a" && element.GetAttribute("href") is { } href
        && !href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && !href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) && !href.Contains("/cdn-cgi/l/email-protection", StringComparison.Ordinal);
}
