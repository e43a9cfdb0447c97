extension CompanyName {
    /// Whether the name is of an employer, and not what people write where they have none: `Self-employed`,
    /// `Freiberuflich`, `N/A`, `Stealth Startup`.
    ///
    /// Two people who write the same such words have nothing in common.
    /// - Complexity: O(words).
    public var isEmployer: Bool {
        if words.allSatisfy({ $0.allSatisfy { "-_.?/*".contains($0) } }) { return false }
        let key = self.key
        let phrases =
            key.utf8.allSatisfy { $0 < 0x80 } ? NoEmployer.latin : NoEmployer.otherScripts
        if phrases.contains(key) { return false }
        if let first = words.first, first == "stealth" {
            return !words.allSatisfy(NoEmployer.stealthWords.contains)
        }
        return !NoEmployer.beginnings.contains { key.hasPrefix($0) }
    }
}

/// What stands in the field of the employer without being one, in the languages that LinkedIn speaks.
enum NoEmployer {
    /// Each as the ``CompanyName/key`` that it has, so that nothing has to be read before a name can be looked up: every
    /// command asks.
    static let latin = phrases(
        """
        self, self employed, selfemployed, self employment, self employed freelancer, freelance, \
        freelancer, freelancing, freelance work, free lance, free lancer, independent, \
        independent consultant, independent contractor, independent professional, consultant, consulting, \
        contractor, contract, contracting, sole trader, sole proprietor, sole proprietorship, \
        own business, my own business, own, my own, private practice, entrepreneur, gig worker, \
        volunteer, volunteering, various, various companies, various clients, multiple, \
        multiple companies, multiple clients, many, several, retired, retiree, retirement, semi retired, \
        early retirement, in retirement, happily retired, student, graduate student, full time student, \
        phd student, university student, unemployed, not employed, currently unemployed, not working, \
        not currently working, between jobs, in between jobs, between roles, in transition, \
        career transition, career break, career change, sabbatical, on sabbatical, gap year, on leave, \
        parental leave, maternity leave, paternity leave, military leave, medical leave, family leave, \
        stay at home parent, stay at home mom, stay at home mum, stay at home dad, homemaker, housewife, \
        caregiver, full time parent, job seeker, jobseeker, job seeking, job search, seeking, \
        seeking employment, seeking work, seeking new opportunities, seeking opportunities, \
        seeking a new role, seeking new role, actively seeking, actively looking, looking, \
        looking for work, looking for a job, looking for job, looking for a new role, \
        looking for opportunities, looking for new opportunities, open to work, opentowork, \
        open for work, open to opportunities, open to new opportunities, available, available for work, \
        available immediately, na, n a, none, no, nil, null, not applicable, not available, no employer, \
        unknown, tbd, tba, to be determined, to be announced, private, private person, privat, personal, \
        myself, me, individual, home, confidential, confidential client, undisclosed, not disclosed, \
        company confidential, anonymous, startup, start up, freiberuflich, freiberufler, freiberuflerin, \
        selbstandig, selbststandig, selbstandigkeit, selbststandigkeit, selbststandige, selbstandige, \
        freie mitarbeit, freier mitarbeiter, freie mitarbeiterin, freischaffend, \
        freischaffender kunstler, einzelunternehmer, einzelunternehmen, einzelunternehmerin, ich, \
        rentner, rentnerin, rente, in rente, ruhestand, im ruhestand, vorruhestand, pensioniert, \
        pensionar, pensionarin, pension, in pension, studentin, studierende, studierender, schuler, \
        schulerin, arbeitslos, arbeitssuchend, arbeitsuchend, auf jobsuche, auf der suche, \
        auf stellensuche, stellensuchend, jobsuche, elternzeit, in elternzeit, mutterschutz, hausfrau, \
        hausmann, sabbatjahr, auszeit, keine, keine angabe, keine angaben, ohne, diverse, verschiedene, \
        independant, independante, travailleur independant, travailleuse independante, a mon compte, \
        a son compte, auto entrepreneur, autoentrepreneur, auto entrepreneuse, micro entrepreneur, \
        micro entreprise, microentreprise, profession liberale, en freelance, entreprise individuelle, \
        retraite, retraitee, a la retraite, en retraite, etudiant, etudiante, lyceen, sans emploi, \
        chomage, au chomage, demandeur d emploi, demandeur demploi, en recherche demploi, \
        en recherche d emploi, recherche d emploi, recherche demploi, a la recherche dun emploi, \
        en recherche, conge parental, conge maternite, aucun, aucune, neant, sans, non communique, \
        confidentiel, divers, autonomo, autonoma, trabajador autonomo, trabajadora autonoma, \
        por cuenta propia, trabajo por cuenta propia, trabajador por cuenta propia, independiente, \
        profesional independiente, consultor independiente, consultora independiente, jubilado, jubilada, \
        estudiante, desempleado, desempleada, en paro, sin empleo, en busqueda de empleo, \
        en busca de empleo, buscando empleo, busqueda activa, en busqueda activa, ninguno, ninguna, \
        no aplica, no tiene, sin empresa, confidencial, varios, varias, libero professionista, \
        libera professionista, professionista, lavoratore autonomo, lavoratrice autonoma, in proprio, \
        ditta individuale, partita iva, pensionato, pensionata, in pensione, studente, studentessa, \
        disoccupato, disoccupata, inoccupato, in cerca di occupazione, in cerca di lavoro, \
        in cerca di nuove opportunita, nessuno, nessuna, non applicabile, riservato, varie, vari, \
        autonomo profissional, profissional autonomo, profissional liberal, profissional independente, \
        trabalhador independente, trabalhador autonomo, conta propria, por conta propria, aposentado, \
        aposentada, reformado, reformada, estudante, desempregado, desempregada, em busca de recolocacao, \
        em busca de oportunidades, a procura de emprego, em transicao de carreira, nenhum, nenhuma, \
        nao se aplica, nao aplicavel, mei, zzp, zzper, zzp er, zelfstandig, zelfstandige, \
        zelfstandig ondernemer, zelfstandige ondernemer, eenmanszaak, freelance ondernemer, \
        gepensioneerd, met pensioen, werkloos, werkzoekend, op zoek naar werk, geen, nvt, n v t, \
        niet van toepassing, diversen, egenforetagare, egen foretagare, eget foretag, enskild firma, \
        frilans, frilansare, pensionerad, studerande, arbetslos, arbetssokande, foraldraledig, \
        tjanstledig, ingen, selvstaendig, selvstaendig erhvervsdrivende, enkeltmandsvirksomhed, \
        freelancere, pensionist, studerende, ledig, arbejdslos, jobsogende, barsel, selvstendig, \
        selvstendig naeringsdrivende, enkeltpersonforetak, frilanser, pensjonist, arbeidssokende, \
        arbeidsledig, itsenainen ammatinharjoittaja, yrittaja, toiminimi, toiminimiyrittaja, elakelainen, \
        elakkeella, opiskelija, tyoton, tyonhakija, ei mitaan, sjalfstaett starfandi, wolny strzelec, \
        samozatrudniony, samozatrudniona, samozatrudnienie, dzialalnosc gospodarcza, wlasna dzialalnosc, \
        jednoosobowa dzialalnosc gospodarcza, jdg, wlasna firma, emeryt, emerytka, emerytura, \
        na emeryturze, studentka, bezrobotny, bezrobotna, szukam pracy, poszukuje pracy, brak, \
        nie dotyczy, osvc, na volne noze, zivnostnik, szco, duchodce, duchodkyne, v duchodu, \
        nezamestnany, nezamestnana, hledam praci, zadny, zadna, dochodca, liber profesionist, pfa, \
        persoana fizica autorizata, pensionara, studenta, somer, in cautarea unui loc de munca, \
        egyeni vallalkozo, szabaduszo, nyugdijas, diak, hallgato, munkanelkuli, allaskereso, nincs, \
        samostojni podjetnik, upokojenec, studentica, samozaposlen, umirovljenik, nezaposlen, obrt, \
        preduzetnik, serbest, serbest meslek, serbest calisan, serbest calisiyor, kendi isim, \
        kendi hesabina, sahis sirketi, emekli, ogrenci, issiz, is ariyor, is ariyorum, calismiyor, yok, \
        tu do, lam viec tu do, lao dong tu do, tu kinh doanh, nghi huu, da nghi huu, sinh vien, hoc sinh, \
        that nghiep, dang tim viec, khong, pekerja lepas, wiraswasta, wirausaha, wiraswastawan, \
        pekerja bebas, bekerja sendiri, usaha sendiri, pensiun, pensiunan, mahasiswa, mahasiswi, pelajar, \
        tidak bekerja, belum bekerja, sedang mencari kerja, mencari kerja, tidak ada, bersara, pesara, \
        menganggur, retirado, walang trabaho
        """)

    /// The same in other scripts.
    static let otherScripts = phrases(
        """
        фрилансер, фриланс, самозанятыи, самозанятая, индивидуальныи предприниматель, частное лицо, \
        на себя, безработныи, безработная, временно не работаю, не работаю, в поиске работы, ищу работу, \
        студент, студентка, пенсионер, пенсионерка, на пенсии, нет, отсутствует, домохозяика, в декрете, \
        фоп, фрілансер, фріланс, самозаинятии, самозаинята, приватнии підприємець, безробітнии, \
        безробітна, у пошуку роботи, пенсіонер, немає, самостоятелен, на свободна практика, \
        свободна практика, безработен, ελευθερος επαγγελματιας, αυτοαπασχολουμενος, φοιτητης, φοιτητρια, \
        συνταξιουχος, ανεργος, ανεργη, עצמאי, עצמאית, פרילנסר, פרילנסרית, פרילנס, פנסיונר, גמלאי, \
        בגמלאות, סטודנט, סטודנטית, מחפש עבודה, מחפשת עבודה, בין עבודות, אין, عمل حر, اعمال حرة, مستقل, \
        عمل مستقل, يعمل لحسابه الخاص, لحسابي الخاص, متقاعد, متقاعدة, طالب, طالبة, باحث عن عمل, \
        باحثة عن عمل, بدون عمل, عاطل عن العمل, لا يوجد, غير متاح, خود اشتغال, ازاد, فریلنسر, بازنشسته, \
        دانشجو, بیکار, 自由职业, 自由职业者, 自由職業, 自由職業者, 自由業, 自由工作者, 自雇, 自雇人士, \
        个体, 个体户, 個體戶, 接案, 退休, 已退休, 学生, 學生, 待业, 待業, 失业, 失業, 求职中, 求職中, 无, \
        無, 暂无, 暫無, 保密, 在家, フリーランス, フリーランサー, 自営業, 自営, 個人事業主, 個人, 独立, \
        退職, 定年退職, 引退, 大学生, 無職, 転職活動中, 求職活動中, なし, 非公開, 主婦, 프리랜서, \
        프리랜스, 자영업, 개인사업자, 개인사업, 은퇴, 퇴직, 학생, 대학생, 무직, 구직중, 구직 중, \
        취업준비생, 취준생, 없음, 비공개, स्वरोजगार, फ्रीलांसर, सेवानिवृत्त, छात्र, बेरोजगार, স্বনির্ভর, \
        ফ্রিল্যান্সার, ছাত্র, อาชีพอิสระ, ฟรีแลนซ์, ธุรกิจส่วนตัว, เกษียณ, นักศึกษา, ว่างงาน, ไม่มี
        """)

    /// How such a field begins that goes on with a trade: `Self-employed photographer`.
    static let beginnings = [
        "self employed ", "freelance ", "freiberuflich ", "freiberuflicher ", "freiberufliche ",
        "selbststandig ",
        "selbststandiger ", "selbststandige ", "selbstandiger ", "selbstandige ", "looking for ",
    ]

    /// Words of which names of start-ups are made that do not say theirs.
    static let stealthWords: Set<String> = [
        "stealth", "mode", "startup", "startups", "start", "up", "company", "venture", "ventures", "project",
        "ai", "ml",
        "genai", "fintech", "biotech", "healthtech", "edtech", "saas", "b2b", "tech", "health", "climate",
        "web3", "crypto",
        "cybersecurity", "security", "robotics", "early", "stage", "new", "in", "a", "something", "building",
        "co", "vc",
        "backed",
    ]
}
