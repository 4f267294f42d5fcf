using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Reads one language edition of a NewsML 1 item as a release.</summary>
internal static class NewsMlRelease
{
    public static RawRelease Of(WireElement document, WireElement item, NewsMlEdition edition)
    {
        var id = item.Child("Identification", "NewsIdentifier");
        var management = item.Child("NewsManagement");
        var shown = HtmlOf(edition, "HeadLine");
        var headline = edition.Nearest("NewsLines", "HeadLine");
        var body = HtmlBody.Of(edition.Body is null ? null : NewsMlContent.HtmlOf(edition.Parts("Body", "Main", "MainText", "BodyText", "Text", "Story", "Article").Prepend(edition.Body)), headline);
        var issuer = edition.NearestName("AdministrativeMetadata", "Source", "Party");
        var created = management.Child("FirstCreated").Line();
        var revised = management.Child("ThisRevisionCreated").Line();
        var (status, embargo) = NewsMlStanding.Of(id, management);
        return new RawRelease
        {
            Id = id.Child("PublicIdentifier").Line(),
            NativeId = id.Child("NewsItemId").Line(),
            Headline = headline ?? shown,
            HeadlineIsText = headline is not null,
            Subheadline = Encoded(edition.Nearest("NewsLines", "SubHeadLine")) ?? HtmlOf(edition, "SubHeadLine") ?? Encoded(body.Subheadline),
            Language = edition.Language,
            Published = created ?? revised,
            Updated = created is null || revised == created ? null : revised,
            Embargo = embargo,
            Status = status,
            Replaces = status == RawStatus.Corrected ? NewsText.Line(management.Child("DerivedFrom")?.Attribute("NewsItem")) : null,
            Distributor = Encoded(Distributor(document, id, edition)),
            Issuer = Encoded(issuer),
            DatelinePlace = NewsText.PlaceOf(edition.Nearest("NewsLines", "DateLine")),
            Categories = [.. NewsMlKeywords.Categories(edition).Distinct().Select(Markup.OfText)],
            Subjects = [.. NewsMlKeywords.Subjects(edition)],
            Tickers = [.. NewsMlKeywords.Tickers(edition).Distinct()],
            Authors = [.. NewsText.NamesIn(edition.Nearest("NewsLines", "ByLine")).Where(name => name != issuer).Select(Markup.OfText)],
            Summary = HtmlOf(edition, "Abstract", "Summary", "Lead"),
            BodyHtml = body.Html,
            ContactHtml = HtmlOf(edition, "Contact", "Contacts") ?? body.ContactHtml,
            Enclosures = [.. edition.Files.SelectMany(NewsMlContent.Files).DistinctBy(file => file.Url)],
            Complete = !item.BreaksOff,
        };
    }

    private static string? HtmlOf(NewsMlEdition edition, params string[] roles) => NewsMlContent.HtmlOf(edition.Parts(roles));

    private static string? Distributor(WireElement document, WireElement? id, NewsMlEdition edition)
    {
        var envelope = document.Child("NewsEnvelope");
        return edition.NearestName("AdministrativeMetadata", "Provider", "Party")
            ?? NewsText.Line(envelope.Child("SentFrom", "Party")?.Attribute("FormalName"))
            ?? NewsText.Line(envelope.Child("NewsService")?.Attribute("FormalName"))
            ?? id.Child("ProviderId").Line();
    }

    private static string? Encoded(string? text) => text is null ? null : Markup.OfText(text);
}
