using System.Text;
using NewsWire.Ingest.Formats;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats;

public sealed class TextDecoderTests
{
    private const string Text = "Café – Łódź";
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string> MarkedEncodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(MarkedEncodings))]
    public void A_byte_order_mark_determines_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var read = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "text/html; charset=iso-8859-1");

        Assert.Equal(Text, read.Text);
        Assert.Empty(read.Warnings);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF_16_without_a_byte_order_mark_is_detected(string name)
    {
        var read = TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes("<html><body>" + Text), null);

        Assert.Equal("<html><body>" + Text, read.Text);
        Assert.Single(read.Warnings);
    }

    [Theory]
    [InlineData(932, "織機の会社は今日、港町に新しい工場を開きました。働く人は四十人です。")]
    [InlineData(51932, "織機の会社は今日、港町に新しい工場を開きました。働く人は四十人です。")]
    [InlineData(949, "베틀 회사는 오늘 항구 도시에 새 공장을 열었다. 마흔 명이 일한다.")]
    [InlineData(936, "织机公司今天在港口城市开设了一家新工厂，共有四十名员工。")]
    [InlineData(950, "織機公司今天在港口城市開設了一家新工廠，共有四十名員工。")]
    [InlineData(1251, "Компанія відкрила сьогодні нову фабрику в порту, і там працює сорок людей.")]
    [InlineData(1251, "Компания ткацких станков открыла сегодня новую фабрику в порту.")]
    public void Undeclared_encodings_of_other_scripts_are_detected(int codePage, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

        var read = TextDecoder.Decode(encoding.GetBytes($"<rss><item><title>{text}</title></item></rss>"), null);

        Assert.Contains(text, read.Text);
        Assert.Equal(encoding.WebName, read.Encoding);
    }

    [Theory]
    [InlineData("Société annoncée à Québec : l’été y est créé déjà, côté cité")]
    [InlineData("Größere Städte öffnen Märkte für Bäcker, täglich früh")]
    [InlineData("Компания ткацких станков открыла сегодня новую фабрику")]
    [InlineData("織機の会社は今日、港町に新しい工場を開きました")]
    public void UTF_8_with_one_invalid_character_is_still_UTF_8(string text)
    {
        Assert.StartsWith(text, TextDecoder.Decode([.. Encoding.UTF8.GetBytes(text), 0xE9], null).Text);
    }

    [Theory]
    [InlineData(1253, "Η εταιρεία άνοιξε σήμερα ένα νέο εργοστάσιο στο λιμάνι της πόλης.")]
    [InlineData(1255, "החברה פתחה היום מפעל חדש בנמל העיר הגדולה")]
    [InlineData(1256, "افتتحت الشركة اليوم مصنعا جديدا في ميناء المدينة")]
    [InlineData(20866, "Компания ткацких станков открыла сегодня новую фабрику в порту.")]
    public void Undeclared_text_in_other_alphabets_is_not_read_as_Cyrillic(int codePage, string text)
    {
        Assert.NotEqual("windows-1251", TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text), null).Encoding);
    }

    [Theory]
    [InlineData("L’été dernier, la société a ouvert à Québec une fabrique où l’on tisse déjà des étoffes très légères, créées à côté.")]
    [InlineData("ÉTÉ À QUÉBEC : LA SOCIÉTÉ ÉLÈVE DÉJÀ SES ÉTOFFES LÉGÈRES, CRÉÉES À CÔTÉ DE LA CITÉ FORTIFIÉE")]
    [InlineData("Für große Städte größere Märkte: Die Bäckerei öffnet täglich früh, überprüft Öfen, mäßigt Preise und grüßt höflich.")]
    [InlineData("ÅÄÖ – på sjön går båtar när våren är här, och då får också ön människor från öarna längs åkerängarna.")]
    public void Undeclared_Latin_text_with_accents_is_not_read_as_another_script(string text)
    {
        Assert.Equal(text, TextDecoder.Decode(Windows1252.GetBytes(text), null).Text);
    }

    [Fact]
    public void Undeclared_UTF_8_is_detected() => Assert.Equal(Text, TextDecoder.Decode(Encoding.UTF8.GetBytes(Text), null).Text);

    [Fact]
    public void Undeclared_text_that_is_not_UTF_8_is_Windows_1252() =>
        Assert.Equal("Café – “x”", TextDecoder.Decode(Windows1252.GetBytes("Café – “x”"), "text/html").Text);

    [Theory]
    [InlineData("text/html; charset=windows-1250", "<meta charset=utf-8>")]
    [InlineData("text/html; charset=\"windows-1250\"", "<?xml version='1.0' encoding='utf-8'?>")]
    public void The_header_takes_precedence_over_the_declaration(string header, string declaration)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(declaration + "Łódź");

        Assert.EndsWith("Łódź", TextDecoder.Decode(bytes, header).Text);
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1250\">")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1250\"?>")]
    public void The_declaration_is_used_where_the_header_has_no_charset(string declaration)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(declaration + "Łódź");

        Assert.EndsWith("Łódź", TextDecoder.Decode(bytes, "text/html").Text);
    }

    [Fact]
    public void Invalid_UTF_8_declared_as_UTF_8_is_read_as_Windows_1252_with_a_warning()
    {
        var read = TextDecoder.Decode(Windows1252.GetBytes("<meta charset=utf-8>Café –"), null);

        Assert.EndsWith("Café –", read.Text);
        Assert.Contains("not valid UTF-8 as declared", Assert.Single(read.Warnings));
    }

    [Fact]
    public void UTF_8_declared_as_Latin_1_is_read_as_UTF_8_with_a_warning()
    {
        var read = TextDecoder.Decode(Encoding.UTF8.GetBytes("<meta charset=iso-8859-1>Café – Łódź"), null);

        Assert.EndsWith("Café – Łódź", read.Text);
        Assert.Contains("but is valid UTF-8", Assert.Single(read.Warnings));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("Latin1")]
    [InlineData("us-ascii")]
    public void Latin_1_is_read_as_browsers_do(string name) =>
        Assert.Equal("“x” – €", TextDecoder.Decode(Windows1252.GetBytes("“x” – €"), $"text/html; charset={name}").Text);

    [Theory]
    [InlineData("utf-7")]
    [InlineData("x-nobody")]
    public void An_unknown_or_forbidden_encoding_is_named(string name)
    {
        var read = TextDecoder.Decode(Encoding.UTF8.GetBytes("Café"), $"text/html; charset={name}");

        Assert.Equal("Café", read.Text);
        Assert.Contains(name, Assert.Single(read.Warnings));
    }

    [Fact]
    public void Undecodable_characters_are_counted_in_a_warning()
    {
        var read = TextDecoder.Decode([0xEF, 0xBB, 0xBF, (byte)'a', 0xFF, (byte)'b', 0xFE], null);

        Assert.Equal("a\uFFFDb\uFFFD", read.Text);
        Assert.Contains("2 characters", Assert.Single(read.Warnings));
    }

    public static TheoryData<string> EncodingsWithEveryCharacter => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(EncodingsWithEveryCharacter))]
    public void Replacement_characters_in_the_document_are_not_counted(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var read = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("a\uFFFDb\uFFFD")], null);

        Assert.Equal("a\uFFFDb\uFFFD", read.Text);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public void Only_what_the_decoder_replaced_is_counted() =>
        Assert.Contains("1 character ", Assert.Single(TextDecoder.Decode([0xEF, 0xBB, 0xBF, 0xEF, 0xBF, 0xBD, (byte)'b', 0xFE], null).Warnings));

    [Fact]
    public void Characters_that_no_document_may_hold_are_dropped() => Assert.Equal("ab\tc\n", TextDecoder.Decode("a\u0000b\u0008\tc\u001F\n"u8, null).Text);

    [Fact]
    public void Mixed_UTF_8_and_Windows_1252_is_decoded_part_by_part()
    {
        var read = TextDecoder.Decode([.. Encoding.UTF8.GetBytes("Łódź – "), .. Windows1252.GetBytes("£5")], null);

        Assert.Equal("Łódź – £5", read.Text);
        Assert.Contains("mixes UTF-8 and Windows-1252", Assert.Single(read.Warnings));
    }

    [Theory]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void UTF_32_without_a_byte_order_mark_is_detected(string name) =>
        Assert.Equal("<rss>" + Text, TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes("<rss>" + Text), null).Text);

    [Theory]
    [InlineData("euc-kr", 949, "년 뉴스")]
    [InlineData("big5", 950, "新聞")]
    [InlineData("gb18030", 54936, "新闻")]
    [InlineData("Shift_JIS", 932, "ニュース")]
    [InlineData("koi8-r", 20866, "новости")]
    [InlineData("cp1251", 1251, "новости")]
    [InlineData("maccyrillic", 10007, "новости")]
    [InlineData("ibm037", 37, "news")]
    public void Encodings_are_known_by_the_names_that_documents_use(string name, int page, string words)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><t>{words}</t>";

        Assert.Equal(text, TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text), null).Text);
    }
}
