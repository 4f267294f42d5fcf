using System.Globalization;
using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class CorrectionsTests
{
    private const string OverPrn = "In the news release, Oar Looms Opens a Mill, issued 02-Sep-2026 by Oar Looms over PR Newswire, we are advised by the company that the first paragraph should read so.";

    [Theory]
    [InlineData("/C O R R E C T I O N -- Oar Looms/", OverPrn, "Correction", "Oar Looms Opens a Mill", "2026-09-02", "Oar Looms Opens a Mill", "Oar Looms")]
    [InlineData("/C O R R E C T I O N - Oar Looms/", "", "Correction", null, null, null, "Oar Looms")]
    [InlineData("/C O R R E C T I O N -- Oar Looms/", OverPrn + " The complete, corrected release follows:\n\nOar Looms Opens Two Mills\n\nOar Looms opened two mills.", "Correction", "Oar Looms Opens a Mill", "2026-09-02", "Oar Looms Opens Two Mills", "Oar Looms")]
    [InlineData("/C O R R E C T I O N -- Oar Looms/", OverPrn + " The complete, corrected release follows:\n\nThe company opened two of its mills on Monday.\n\nIt did.", "Correction", "Oar Looms Opens a Mill", "2026-09-02", "Oar Looms Opens a Mill", "Oar Looms")]
    [InlineData("/C O R R E C T I O N -- Oar Looms/", OverPrn + " The complete, corrected release follows:\n\nOar Looms opens a mill in May.\n\nIt is blue.", "Correction", "Oar Looms Opens a Mill", "2026-09-02", "Oar Looms Opens a Mill", "Oar Looms")]
    [InlineData("/CORRECTION -- Oar Looms/", OverPrn, "Correction", "Oar Looms Opens a Mill", "2026-09-02", "Oar Looms Opens a Mill", "Oar Looms")]
    [InlineData("/R E P E A T -- Oar Looms/", "", "Repetition", null, null, null, "Oar Looms")]
    [InlineData("/A D V I S O R Y -- Oar Looms/", "", "Advisory", null, null, null, "Oar Looms")]
    [InlineData("/K I L L -- Oar Looms/", "", "Withdrawal", null, null, null, "Oar Looms")]
    [InlineData("CORRECTING and REPLACING Oar Looms Opens a Mill", "", "Correction", "Oar Looms Opens a Mill", null, "Oar Looms Opens a Mill", null)]
    [InlineData("Correction: Oar Looms Opens a Mill", "", "Correction", "Oar Looms Opens a Mill", null, "Oar Looms Opens a Mill", null)]
    [InlineData("CORRECTION FROM SOURCE: Oar Looms Opens a Mill", "", "Correction", "Oar Looms Opens a Mill", null, "Oar Looms Opens a Mill", null)]
    [InlineData("CORRECTION ET MISE À JOUR - Les Métiers ouvrent une usine", "Ce communiqué corrige et remplace le communiqué publié sous le titre « Les Métiers ouvrent un atelier » diffusé le 26 mai 2026 à 9:00 AM HAE.", "Correction", "Les Métiers ouvrent un atelier", "2026-05-26", "Les Métiers ouvrent une usine", null)]
    [InlineData("CORRECCIÓN: Los Telares abren una fábrica", "", "Correction", "Los Telares abren una fábrica", null, "Los Telares abren una fábrica", null)]
    [InlineData("Korrektur: Webstuhl eröffnet eine Mühle", "", "Correction", "Webstuhl eröffnet eine Mühle", null, "Webstuhl eröffnet eine Mühle", null)]
    [InlineData("UPDATE -- Oar Looms Opens a Mill", "", "Correction", "Oar Looms Opens a Mill", null, "Oar Looms Opens a Mill", null)]
    [InlineData("RETRANSMISSION: Oar Looms Opens a Mill", "", "Repetition", "Oar Looms Opens a Mill", null, "Oar Looms Opens a Mill", null)]
    [InlineData("REPEAT - Oar Looms Opens a Mill", "", "Repetition", "Oar Looms Opens a Mill", null, "Oar Looms Opens a Mill", null)]
    [InlineData("WITHDRAWAL: Oar Looms Opens a Mill", "", "Withdrawal", "Oar Looms Opens a Mill", null, null, null)]
    [InlineData("CANCELLED - Oar Looms Opens a Mill", "", "Advisory", "Oar Looms Opens a Mill", null, null, null)]
    [InlineData("CORRECTION - Is Oar Looms Ready for Winter?", "", "Correction", "Is Oar Looms Ready for Winter?", null, "Is Oar Looms Ready for Winter?", null)]
    [InlineData("Correction: Is Oar Looms Ready for Winter?", "Please replace the release dated September 2, 2026 with the following corrected version.", "Correction", "Is Oar Looms Ready for Winter?", "2026-09-02", "Is Oar Looms Ready for Winter?", null)]
    [InlineData("Correction: The Mill of Oar Looms Opens", "", "Correction", "The Mill of Oar Looms Opens", null, "The Mill of Oar Looms Opens", null)]
    [InlineData("ERRATUM : Les Métiers ouvrent une usine", "", "Correction", "Les Métiers ouvrent une usine", null, "Les Métiers ouvrent une usine", null)]
    [InlineData("REPLACEMENT: Oar Looms Opens a Mill", "", "Correction", "Oar Looms Opens a Mill", null, "Oar Looms Opens a Mill", null)]
    [InlineData("UPDATE: The University of Port Alderly Opens a School of Looms", "", "Correction", "The University of Port Alderly Opens a School of Looms", null, "The University of Port Alderly Opens a School of Looms", null)]
    [InlineData("Retransmission: Is Oar Looms Ready for Winter?", "", "Repetition", "Is Oar Looms Ready for Winter?", null, "Is Oar Looms Ready for Winter?", null)]
    [InlineData("REPEAT FROM SOURCE: Oar Looms Opens a Mill", "", "Repetition", "Oar Looms Opens a Mill", null, "Oar Looms Opens a Mill", null)]
    [InlineData("Oar Looms Opens a Mill", "Please replace the release dated September 2, 2026 with the following corrected version.", "Correction", null, "2026-09-02", null, null)]
    [InlineData("Oar Looms Opens a Mill", "The updated release reads:\n\nOAR LOOMS OPENS A MILL", "Correction", null, null, null, null)]
    public void Notices_and_the_releases_they_refer_to_are_recognized(string headline, string body, string kind, string? of, string? date, string? listedAs, string? issuer)
    {
        var found = Corrections.In(headline, body);

        Assert.NotNull(found);
        Assert.Equal(kind, found.Value.Correction.Kind.ToString());
        Assert.Equal(of, found.Value.Correction.OfHeadline);
        Assert.Equal(date, found.Value.Correction.OfDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(listedAs, found.Value.Headline);
        Assert.Equal(issuer, found.Value.Issuer);
    }

    [Theory]
    [InlineData("Oar Looms Opens a Mill")]
    [InlineData("Update: spring is here")]
    [InlineData("MEDIA ADVISORY: the mill opens on Friday")]
    [InlineData("Corrections officers meet in Port Alderly")]
    [InlineData("Correction-free printing from Oar Looms")]
    [InlineData("REPEAT customers love Oar Looms")]
    [InlineData("Errata: A Novel by Jane Roe")]
    [InlineData("ERRATA — A Novel by Jane Roe")]
    [InlineData("Retraction: A Thriller")]
    [InlineData("REPLACEMENT: The future of hips")]
    [InlineData("REPLACEMENT: The Future of Hips")]
    [InlineData("WITHDRAWAL: coping with life after coffee")]
    [InlineData("CORRECTION: Is the market ready?")]
    [InlineData("Correction: Why Markets Fall")]
    [InlineData("Correction – is the market ready?")]
    [InlineData("CANCELLED: What Comes After Cable")]
    [InlineData("/REPORT -- Oar Looms/")]
    [InlineData("/RESEARCH - Oar Looms/")]
    [InlineData("/Photo/ Oar Looms Opens a Mill")]
    public void Other_headlines_correct_nothing(string headline) => Assert.Null(Corrections.In(headline, "The mill opened in the news today. It will replace the release of water."));
}
