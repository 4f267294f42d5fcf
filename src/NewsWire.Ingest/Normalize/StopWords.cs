using System.Collections.Frozen;

namespace NewsWire.Ingest.Normalize;

/// <summary>Stop words of the languages that wires send most, including words that occur in every press release.</summary>
internal static class StopWords
{
    private const string English = """
        a about above after again against all also although always am among an and another any are around as at be became because been
        before being below between both but by can could did do does doing done down during each either else ever every few first for from
        further get give given had has have having he her here hers him his how however i if in into is it its itself just last later least
        less like made make many may me might more most much must my near never next no nor not now of off on once one only onto or other
        others our out over own per put s same second see several she should since so some such t take than that the their them then there
        these they third this those though three through thus to today together too two under until up upon us use used uses using very via
        was we well were what when where whether which while who whom whose why will with within without would year years yet you your
        """;

    private const string French = """
        à afin ainsi alors après au aucun aujourd aussi autre autres aux avant avec avoir car ce ceci cela celle celles celui ces cet cette
        ceux chaque chez comme comment contre dans de depuis des deux doit donc dont du elle elles en encore entre est et étaient était été
        être eu eux fait font grâce hui il ils jusqu la le les leur leurs lors lorsque lui mais même mêmes moins n ne ni nos notre nous on
        ont ou où par parce pas pendant peu peut peuvent plus plusieurs pour pourra pourront pouvez premier première puis qu quand que quel
        quelle quelles quels qui sa sans se selon sera seront ses si sien soit son sont sous sur ta tant te tous tout toute toutes très trois
        troisième tu un une vers vos votre vous y d l c j m
        """;

    // Norwegian, Danish and Swedish. Words that mean something else in English are left out: men, under, for, over.
    private const string Nordic = """
        alle alla allt alt andre andra at att av bare bara begge bli blir blev ble blitt både da dag dagen de deg dei deira dem den denna denne
        der deras dere deres det detta dette dig din du där då efter eit eller ein ena ene er et ett etter finns fra från få får fått
        före gjennom gjør går ha hade hadde han hans har hun hur hva hvis hvor här i igjen ikke ikkje ingen inn inte jag jeg kan kom kommer
        kunne kunde man mange med meg mellan mellom mer mot mye mycket många må måste nei noe noen nog nå når någon något några och också
        og også om opp oss på samme sedan seg selv ser si sig sin sine sitt ska skal skall skulle som så til till trenger upp ut utan uten
        var ved vi varit vid vil vill ville vore vært være än är år åren året
        """;

    private const string German = """
        aber als am auch auf aus bei beim bis da damit das dass dem den der des die dies diese diesem diesen dieser doch durch ein eine einem
        einen einer eines er es für gegen hat haben ihr ihre im in ist kann können mehr mit nach nicht noch nur oder ohne sein seine sich sie
        sind so sowie sowohl über um und unter uns unsere vom von vor war waren was wenn werden wie wir wird wurde wurden zu zum zur zwischen
        """;

    // There are none for Arabic, Chinese and similar languages, whose words are not extracted yet.
    private const string OfEveryRelease = """
        announce announced announces announcing announcement annonce annoncé annoncer communiqué company companies compagnie corp corporation
        entreprise group groupe inc incorporated limited llc ltd ltée million millions milliards billion billions news newswire plc press
        presse prnewswire release released releases said says share shares société statement statements new nouveau nouvelle nouvelles
        nouveaux january february march april june july august september october november december janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre monday tuesday wednesday thursday friday saturday sunday percent including
        includes include based leading www http https com contact media information website email please visit continue continues
        """;

    private static readonly FrozenSet<string> Words =
        string.Join(' ', English, French, Nordic, German, OfEveryRelease).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a lower-case word that does not relate releases to each other.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
