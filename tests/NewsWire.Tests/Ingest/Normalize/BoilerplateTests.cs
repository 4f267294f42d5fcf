using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class BoilerplateTests
{
    [Theory]
    [InlineData("About Oar Looms", "about")]
    [InlineData("About Oar Looms Inc.\nOar Looms makes looms.", "about")]
    [InlineData("About the Oar Looms Foundation: It gives looms away.", "about")]
    [InlineData("À propos d'Orvane", "about")]
    [InlineData("À propos de la Fondation", "about")]
    [InlineData("Acerca de Telares Orilla", "about")]
    [InlineData("Über Webstuhl AG", "about")]
    [InlineData("Forward-Looking Statements", "outlook")]
    [InlineData("Cautionary Note Regarding Forward-Looking Statements", "outlook")]
    [InlineData("Safe Harbor Statement", "outlook")]
    [InlineData("Énoncés prospectifs", "outlook")]
    [InlineData("This release contains forward-looking statements within the meaning of the law.", "outlook")]
    [InlineData("Neither TSX Venture Exchange nor its Regulation Services Provider accepts responsibility.", "disclaimer")]
    [InlineData("Contact:", "contact")]
    [InlineData("Media Contacts", "contact")]
    [InlineData("For further information: Ann Weaver, 555-0100", "contact")]
    [InlineData("Renseignements : Bureau du port", "contact")]
    [InlineData("Pour plus d'informations, écrivez-nous", "contact")]
    [InlineData("Contactos", "contact")]
    [InlineData("Investor relations contact:", "contact")]
    [InlineData("SOURCE Oar Looms", "source")]
    [InlineData("Source: Oar Looms", "source")]
    [InlineData("###", "end")]
    [InlineData("-30-", "end")]
    [InlineData("- END -", "end")]
    [InlineData("View original content: https://wire.example/1", "link")]
    [InlineData("View source version on businesswire.com: https://wire.example/1", "link")]
    [InlineData("Logo - https://a.example/logo.jpg", "media")]
    [InlineData("Photo – https://a.example/mill.jpg", "media")]
    public void A_section_is_recognized_by_its_first_line(string text, string kind) => Assert.Equal(kind, Assert.Single(Boilerplate.In(text)).Kind);

    [Theory]
    [InlineData("About 50 people came to see the looms. They stayed.")]
    [InlineData("About Friday we know nothing. It will be cold. It may rain. It may not. We shall see.")]
    [InlineData("The contact between the two was brief")]
    [InlineData("Source code is open")]
    [InlineData("Ends meet at last")]
    [InlineData("Photographers came from all the towns of the sound.")]
    public void News_is_no_boilerplate(string text) => Assert.Empty(Boilerplate.In(text));

    [Fact]
    public void A_heading_begins_a_section_that_ends_at_the_next_heading()
    {
        const string text = "The mill opened.\n\nIt is large.\n\nAbout Oar Looms\n\nOar Looms makes looms.\n\nIt is old.\n\nContact\n\nAnn Weaver\n\nSOURCE Oar Looms";
        var sections = Boilerplate.In(text);

        Assert.Equal(["about", "contact", "source"], sections.Select(section => section.Kind));
        Assert.Equal("About Oar Looms\n\nOar Looms makes looms.\n\nIt is old.", sections[0].Text);
        Assert.All(sections, section => Assert.Equal(section.Text, text.Substring(section.Start, section.Text.Length)));
        Assert.Equal("The mill opened.\n\nIt is large.", Boilerplate.Without(text).Trim());
    }

    [Theory]
    [InlineData("Contact:\n\nAnn Weaver\n\nOar Looms Inc.\n\n555-010-0100\n\nThe mill opens on Friday.\n\nIt is large.", "Contact:\n\nAnn Weaver\n\nOar Looms Inc.\n\n555-010-0100")]
    [InlineData("Renseignements :\n\nAnne Tisserand\n\nLa filature ouvre ses portes vendredi à tous les gens du port.", "Renseignements :\n\nAnne Tisserand")]
    [InlineData("Contact:\n\nAnn Weaver, Director of News at Oar Looms Inc.\n\nTo come, please write to ann@looms.example by Friday.", "Contact:\n\nAnn Weaver, Director of News at Oar Looms Inc.\n\nTo come, please write to ann@looms.example by Friday.")]
    public void A_contact_section_ends_where_prose_begins(string text, string contact) => Assert.Equal(contact, Assert.Single(Boilerplate.In(text)).Text);

    [Theory]
    [InlineData("Contact:\nAnn Weaver\nOar Looms Inc.\n555-010-0100\nann@looms.example", "Ann Weaver|Oar Looms Inc.|ann@looms.example|555-010-0100")]
    [InlineData("CONTACT: Ann Weaver, ann@looms.example", "Ann Weaver||ann@looms.example|")]
    [InlineData("Media contact: Ann Weaver, Director of News, Oar Looms, +1 (555) 010-0100, Ann@Looms.example", "Ann Weaver|Oar Looms|ann@looms.example|+1 (555) 010-0100")]
    [InlineData("Contact\nAnn Weaver\nann@looms.example\n\nBen Miller\nben@mill.example", "Ann Weaver||ann@looms.example|;Ben Miller||ben@mill.example|")]
    [InlineData("Renseignements : Anne Tisserand, 555-010-0100", "Anne Tisserand|||555-010-0100")]
    [InlineData("For more information, please visit www.looms.example", "")]
    [InlineData("Investor Relations:\nir@looms.example", "||ir@looms.example|")]
    public void Contacts_are_parsed(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', Contacts.In(text).Select(contact => $"{contact.Name}|{contact.Organisation}|{contact.Email}|{contact.Phone}")));
}
