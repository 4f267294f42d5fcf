using NewsWire.Data.Subjects;
using Xunit;

namespace NewsWire.Tests.Data;

/// <summary>Consistency of the vocabulary files.</summary>
public sealed class VocabularyTests
{
    private static readonly SubjectCatalog Catalog = SubjectCatalog.Shipped;

    public static TheoryData<string> Schemes => new(Catalog.All.Select(subject => subject.Scheme).Distinct());

    // The second of two subjects with one name: environmental products, online media as an industry, mountaineering.
    private static readonly string[] SharedNames = ["prn-industry:ENS", "medtop:20000311", "medtop:20001142"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Every_code_name_and_alias_leads_to_its_one_code(string scheme)
    {
        foreach (var entry in Vocabulary.Read(scheme))
        {
            Assert.Equal(entry.Subject.Code, Catalog.Recognize(scheme, entry.Subject.Code)?.Code);
            if (!SharedNames.Contains(entry.Subject.Key.ToString()) && !entry.Subject.Retired && scheme != SubjectCatalog.IptcSubject)
                Assert.All(entry.Names, name => Assert.Equal((name, entry.Subject.Code), (name, Catalog.Recognize(scheme, name)?.Code)));
        }
    }

    [Fact]
    public void A_topic_has_at_most_one_code_per_scheme()
    {
        string[] coded = [SubjectCatalog.PrNewswire, SubjectCatalog.PrNewswireIndustry, SubjectCatalog.Medtop];
        var twice = Catalog.All.Where(subject => !subject.Retired && coded.Contains(subject.Scheme))
            .GroupBy(subject => (subject.Topic, subject.Scheme)).Where(group => group.Count() > 1).SelectMany(group => group.Select(subject => subject.Key.ToString()));

        Assert.Equal(["prn-industry:ENS", "prn-industry:ENV"], twice.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Equivalences_are_symmetric_and_name_no_retired_topic()
    {
        foreach (var subject in Catalog.All.Where(subject => subject.Medtop is not null))
        {
            var medtop = Catalog.Find(SubjectCatalog.Medtop, subject.Medtop![(SubjectCatalog.Medtop.Length + 1)..]);
            Assert.False(medtop!.Retired);
            Assert.Equal(subject.Topic, medtop.Topic);
            Assert.Contains(Catalog.MembersOf(medtop.Topic), member => member.Key == subject.Key);
        }
        Assert.All(Catalog.All, subject => Assert.Equal(subject.Topic, Catalog.TopicOf(subject.Key)));
        Assert.All(Catalog.All, subject => Assert.Equal(subject.Topic, Catalog.MembersOf(subject.Topic).First().Key));
    }

    [Theory]
    [InlineData("LIC", "medtop:20000202")]
    [InlineData("TNM", "medtop:20000204")]
    [InlineData("JVN", "medtop:20000200")]
    [InlineData("CON", "medtop:20000196")]
    [InlineData("ERN", "medtop:20000178")]
    [InlineData("ERP", "medtop:20000179")]
    [InlineData("DIV", "medtop:20000177")]
    [InlineData("BCY", "medtop:20000174")]
    [InlineData("PLW", "medtop:20000206")]
    [InlineData("RCL", "medtop:20000207")]
    [InlineData("TRD", "medtop:20000377")]
    [InlineData("AWD", "medtop:20000498")]
    [InlineData("FOR", "medtop:20000638")]
    [InlineData("TDS", "medtop:20001136")]
    public void A_code_has_its_Media_Topic(string code, string medtop) => Assert.Equal(medtop, Catalog.Find(SubjectCatalog.PrNewswire, code)?.Medtop);

    [Theory]
    [InlineData("ADM")]
    [InlineData("BCM")]
    [InlineData("BFA")]
    [InlineData("FEA")]
    [InlineData("MAT")]
    [InlineData("MAV")]
    [InlineData("OTC")]
    [InlineData("PHM")]
    [InlineData("VDM")]
    [InlineData("VNR")]
    [InlineData("ZHA")]
    public void A_distribution_label_is_not_a_topic(string code)
    {
        var subject = Catalog.Find(SubjectCatalog.PrNewswire, code)!;

        Assert.Null(subject.Medtop);
        Assert.Equal([subject.Topic], Catalog.Within(subject.Topic));
    }

    [Fact]
    public void The_same_name_in_two_schemes_does_not_make_subjects_equivalent()
    {
        Assert.NotEqual(Catalog.Find("prn", "MIN")!.Topic, Catalog.Find("prn-industry", "MIN")!.Topic);
        Assert.NotEqual(Catalog.Find("prn", "OTC")!.Topic, Catalog.Find("prn-industry", "OTC")!.Topic);
        Assert.Equal(Catalog.Find("prn", "SRI")!.Topic, Catalog.Find("prn-industry", "SRI")!.Topic);
    }

    [Fact]
    public void A_broader_topic_includes_narrower_ones_but_no_other_code_of_its_own_scheme()
    {
        var economy = new SubjectKey("medtop", "04000000");
        SubjectKey Topic(string scheme, string code) => Catalog.Find(scheme, code)!.Topic;

        Assert.Contains(economy, Catalog.Within(Topic("prn", "LIC")));
        Assert.Contains(economy, Catalog.Within(Topic("gnw", "57")));
        Assert.Contains(Topic("prn", "PER"), Catalog.Within(Topic("gnw", "86")));
        Assert.Contains(Topic("medtop", "20000171"), Catalog.Within(Topic("prn", "ERP")));
        Assert.DoesNotContain(Topic("prn", "ERN"), Catalog.Within(Topic("prn", "ERP")));
        foreach (var scheme in new[] { "prn", "prn-industry" })
            Assert.All(Catalog.All.Where(subject => subject.Scheme == scheme), subject => Assert.Single(Catalog.Within(subject.Topic), topic => topic.Scheme == subject.Topic.Scheme));
    }
}
