extension MailPhrases {
    static let german = MailPhrases(
        language: .german,
        phrases: [
            (
                .no,
                [
                    "ihre/deine/ihrer/deiner/euer bewerbung ... nicht .. berücksichtig*/entsprechen/weiterverfolg*/weiterführ*/fortführ*/fortsetz*/annehmen/nachkommen/aufgreifen/verfolgen",
                    "ihre/deine/ihrer/deiner bewerbung ... nicht .. engere/nähere/weitere/nächste auswahl/wahl/runde",
                    "ihre/deine/ihrer/deiner bewerbung ... nicht erfolgreich",
                    "ihre/deine/ihrer/deiner bewerbung ... abgelehnt",
                    "ihre/deine bewerbung ... keine* berücksichtig*/erfolg",
                    "ihnen/dir .. absagen", "ihnen/dir .. absagen zu müssen", "ihnen/dir ... keine zusage",
                    "ihnen/dir ... eine absage",
                    "ihnen/dir ... kein*/nicht .. positiv* .. rückmeldung/nachricht/antwort/bescheid/mitteilung/zusage",
                    "ihnen/dir ... kein*/nicht .. stelle/position/angebot/anstellung/praktikum/ausbildungsplatz .. anbieten/machen/unterbreiten/anzubieten",
                    "sie/dich nicht .. engere/nähere/weitere auswahl/wahl",
                    "sie/dich ... nicht .. weiter* .. berücksichtig*",
                    "sie/dich ... nicht .. gespräch/vorstellungsgespräch/interview/kennenlernen .. einladen",
                    "nicht für sie/dich .. entschieden/entscheiden",
                    "gegen ihre/deine bewerbung .. entschieden", "gegen sie/dich .. entschieden",
                    "absage .. ihrer/deiner/ihre/deine bewerbung", "bewerbung .. eine absage",
                    "absage zu/auf/für .. bewerbung",
                    "ihnen/dir ... abschlägig*", "sie/du .. nicht ausgewählt", "sie sind .. nicht .. auswahl",
                ]
            ),
            (
                .noInContext,
                [
                    "kein* .. günstiger*/besser*/erfreulicher*/positiver* .. nachricht/bescheid/mitteilung/antwort/auskunft",
                    "pass*/entspr* .. profil/qualifikation*/erfahrung* .. nicht",
                    "für .. ander* .. bewerber*/kandidat*/kandidatin/mitbewerb*/bewerbung*/person/profil* .. entschieden/entscheiden",
                    "entschieden .. für .. ander* .. bewerber*/kandidat*/mitbewerb*/person",
                    "entschieden .. mit .. ander* .. bewerber*/kandidat*/mitbewerb*/profil* .. weiter*/fort*",
                    "mit .. ander* .. bewerber*/kandidat*/mitbewerb*/profil* .. fortsetz*/fortfahren/weiterzumachen/weitermachen/fortzusetzen/fortzufahren/weiterzuführen",
                    "auf .. ander* .. bewerber*/kandidat*/person .. gefallen",
                    "ander* .. bewerber*/kandidat* .. den/vorzug/vorrang .. vorzug/vorrang/gegeben/geben",
                    "bewerber*/kandidat* .. entschieden ... besser/genauer/mehr/stärker/eher",
                    "bewerber*/kandidat* .. deren/dessen/die/der ... besser/genauer/noch/mehr/stärker/eher .. entspr*/pass*/erfüll*/übereinstimm*",
                    "nicht in die/der engere/engeren/nähere/weitere/weiteren auswahl/wahl",
                    "nicht .. in die/den nächste/nächsten/weitere/weiteren runde/schritt/phase/prozess/verfahren",
                    "nicht weiter .. berücksichtig*", "nicht .. berücksichtig*",
                    "profil/qualifikation*/erfahrung* ... nicht .. pass*/entspr*/übereinstimm*/anforderung*",
                    "nicht .. überzeugen",
                    "nicht .. weiterverfolg*/weiterzuverfolgen/weiter zu verfolgen",
                    "negativ* .. bescheid/antwort/rückmeldung",
                    "müssen .. wir .. absagen", "leider .. absagen",
                    "absage .. mitteilen/erteilen/schicken/senden/übermitteln", "eine absage",
                    "stelle/position/ausschreibung .. nicht mehr besetz*",
                    "keine passende* stelle/position/vakanz",
                    "nicht zu einem .. gespräch/vorstellungsgespräch einladen",
                ]
            ),
            (
                .filled,
                [
                    "stelle/position/vakanz/rolle ... bereits/anderweitig/intern/inzwischen/mittlerweile/nun/schon .. besetzt/vergeben",
                    "stelle/position/vakanz/rolle ... ist/wurde/worden/haben .. besetzt/vergeben",
                    "stelle/position/vakanz .. besetzen konnten/können",
                ]
            ),
            (
                .application,
                [
                    "ihre/deine/ihrer/deiner/ihren/deinen bewerbung*", "bewerbungsunterlagen",
                    "ihr/dein/ihrem/deinem interesse", "vorstellungsgespräch*",
                    "bewerbungsgespräch*", "sich .. beworben", "dich .. beworben", "ihre/deine unterlagen",
                    "bewerbungsverfahren", "bewerbungsprozess*",
                    "für die/ihre/deine bewerbung", "ihre/deine zeit", "gespräch/interview mit ihnen/dir",
                    "kennenlerngespräch*",
                ]
            ),
            (
                .interviewed,
                [
                    "für das/die/unser/unsere/ihr/dein .. gespräch*/vorstellungsgespräch*/interview*/kennenlern*",
                    "zeit ... gespräch*/vorstellungsgespräch*/interview*/vorstellen",
                    "nach dem/den/unserem/unseren/ihrem/deinem .. gespräch*/vorstellungsgespräch*/interview*",
                    "im/beim persönlichen gespräch",
                    "gespräch*/interview* mit ihnen/dir", "sie/dich .. kennenzulernen/kennengelernt/kennen",
                    "unser/unserem/unseren .. gespräch*/interview*",
                    "ihr/dein/ihrem/deinem vorstellungsgespräch/interview",
                    "das/die .. gespräch/gespräche am/vom/mit",
                ]
            ),
            (
                .finalist,
                [
                    "endrunde", "letzte*/finale* runde/auswahl/auswahlrunde", "letzten zwei/drei/beiden",
                    "engsten/engste auswahl/wahl/kreis",
                    "knappe* entscheidung", "finalist*",
                    "zwei/drei/beiden finalen/letzten kandidat*/bewerber*",
                ]
            ),
            (
                .invitation,
                [
                    "laden .. sie/dich ... gespräch*/interview*/vorstellungsgespräch*/kennenlern*/telefonat/telefoninterview/videocall/probearbeit*/probetag/assessment*",
                    "sie/dich ... zu/zum .. gespräch/interview/vorstellungsgespräch/kennenlerngespräch/telefoninterview/kennenlernen .. einladen/einzuladen",
                    "einladung .. zum/zu/zur .. gespräch/interview/vorstellungsgespräch/kennenlerngespräch/telefoninterview/kennenlernen/probearbeiten",
                    "gerne/gern .. persönlich .. kennenlernen/kennen lernen/sprechen",
                    "würden/möchten .. sie/dich .. kennenlernen/kennen",
                    "gespräch/interview/vorstellungsgespräch/gesprächstermin ... bestätig*",
                    "bestätig* .. gespräch*/vorstellungsgespräch*/interview*",
                    "termin ... vorstellungsgespräch/interview/kennenlerngespräch .. vereinbaren",
                    "terminvorschl*", "gesprächstermin", "bewerbungsgespräch .. ein/am",
                ]
            ),
            (
                .receipt,
                [
                    "ihre/deine bewerbung* ... erhalten/eingegangen/eingetroffen/übermittelt/versendet/gesendet",
                    "eingang ihrer/deiner bewerbung*", "eingangsbestätigung",
                    "bewerbung .. bei uns eingegangen",
                    "bewerbung erfolgreich", "bewerbungseingang",
                    "unterlagen .. erhalten/eingegangen",
                ]
            ),
            (.thanks, ["dank/danke/danken .. für ihre/deine bewerbung", "für ihre/deine bewerbung"]),
            (
                .review,
                [
                    "prüfen", "prüfung", "melden uns", "bearbeit*", "gesichtet", "sichten",
                    "zeit .. in anspruch", "setzen uns .. in verbindung",
                ]
            ),
            (.limit, ["solange", "bis", "es sei denn", "sofern"]),
            (
                .contrary,
                [
                    "kitaplatz", "elterngeld", "antrag", "krippenplatz", "vereins*",
                    "arbeitsvertrag*", "vertragsangebot*", "vertragsentwurf", "zusage",
                    "freuen .. ihnen/dir .. anzubieten/anbieten", "stelle/position anbieten zu/können",
                    "bewerbung .. zurückgezogen/zurückziehen/zurückzuziehen/zurückgenommen", "zurückziehung",
                    "rückzug .. bewerbung", "wieder/erneut .. geöffnet/ausgeschrieben/offen/eröffnet",
                    "auf eis", "pausier*", "zurückgestellt", "zurückstellen", "on hold", "warteliste",
                    "einstellungsstopp", "noch .. keine entscheidung", "noch nicht entschieden",
                    "bewerbung um/für/auf .. wohnung/kredit/kita*/mietwohnung/stipendi*/studienplatz/visum",
                    "kreditantrag", "mietinteressent*",
                    "termin/gespräch/vorstellungsgespräch/interview .. absagen/verschieben/verschoben",
                    "absage .. des/ihres/unseres .. termin*/gespräch*/vorstellungsgespräch*", "versehentlich",
                    "irrtümlich*", "gegenstandslos", "ihre/deine empfehlung", "ihren/ihr kandidat*",
                    "von ihnen empfohlen*",
                ]
            ),
            (.regret, ["leider", "bedau*", "enttäusch*", "schade", "tut uns/mir leid"]),
            (
                .noise,
                [
                    "dieser/unser/unserem/unseren/diesen newsletter",
                    "im browser .. ansehen/anzeigen/öffnen/lesen", "jobalarm", "job alarm/alert", "jobagent",
                    "neue jobs/stellen/stellenangebote",
                    "passende jobs/stellenangebote", "jobs für sie/dich", "diese woche im",
                    "in dieser ausgabe", "unsere leser*",
                    "sie erhalten diese .. weil .. angemeldet/abonniert", "tipps für", "webinar",
                ]
            ),
            (
                .noiseInSubject,
                [
                    "automatische antwort", "abwesenheit*", "abwesend", "nicht im büro", "außer haus",
                    "jobalarm", "job alarm/alert", "newsletter", "neue jobs/stellen/stellenangebote",
                    "urlaub", "eingangsbestätigung ihrer mail",
                ]
            ),
            (
                .condition,
                [
                    "wenn", "falls", "sollten", "sollte", "sofern", "ob", "solange", "bis", "noch nicht",
                    "noch kein*", "bevor", "bedeutet nicht", "nur", "je nachdem", "nichts von uns",
                ]
            ),
            (
                .report,
                [
                    "die/den/der anderen/übrigen bewerber*/kandidat* .. haben/wurden/sind/nicht",
                    "meine/meiner/meinen bewerbung", "mir .. abgesagt",
                    "mir .. gesagt/mitgeteilt/geschrieben/erzählt",
                    "ich wurde/habe/hatte .. erfahren/gehört/beworben/zurück*", "sätze wie", "ein freund",
                    "seine/seiner bewerbung",
                    "haben mich", "mein vorstellungsgespräch",
                ]
            ),
        ])
}
