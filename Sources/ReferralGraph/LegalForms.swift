/// The legal forms that stand behind or before companies' names, as ``CompanyName`` leaves them out.
///
/// After ISO 20275 (entity legal forms) and the forms' common abbreviations in Europe, the Americas, Asia and the Gulf.
/// Words are folded (``foldedName(_:)``); a form of several words is written with spaces.
enum LegalForms {
    /// Forms that stand at the end of a name.
    static let endings = phrases(
        """
        inc, incorporated, corp, corporation, co, company, ltd, limited, llc, llp, lllp, lp, plc, pllc, pbc, \
        unlimited company, private limited, pvt, public limited company, public company limited, limited company, \
        limited liability company, limited liability partnership, limited partnership, public benefit corporation, \
        pty, proprietary limited, pte, sdn, bhd, sendirian berhad, berhad, tbk, persero, \
        gmbh, ggmbh, mbh, gesellschaft mit beschrankter haftung, gesellschaft mbh, ag, aktiengesellschaft, kg, \
        kommanditgesellschaft, kgaa, ohg, gbr, ug, haftungsbeschrankt, unternehmergesellschaft, eg, partg, partgmbb, mbb, \
        se, sce, sarl, sarlu, sas, sasu, sa, scop, scs, sca, eurl, eirl, societe anonyme, \
        societe a responsabilite limitee, societe par actions simplifiee, sprl, srl, srls, spa, sapa, \
        societa per azioni, societa a responsabilita limitata, societa cooperativa, soc coop, scarl, scrl, \
        sl, slu, sll, slne, sociedad anonima, sociedad limitada, sociedad de responsabilidad limitada, s coop, \
        de cv, sa de cv, sapi de cv, s de rl de cv, s de rl, sab de cv, sc de rl, sociedad por acciones simplificada, \
        eirl, ltda, limitada, eireli, sociedade anonima, sociedade limitada, lda, unipessoal lda, sgps, \
        bv, nv, vof, cvba, bvba, besloten vennootschap, naamloze vennootschap, \
        ab, aktiebolag, publ, hb, handelsbolag, kommanditbolag, as, asa, ans, aksjeselskap, aps, anpartsselskab, \
        aktieselskab, fmba, oy, oyj, abp, osakeyhtio, julkinen osakeyhtio, ehf, hf, ohf, ou, osauhing, aktsiaselts, \
        sp z oo, spolka z oo, spolka z ograniczona odpowiedzialnoscia, spolka akcyjna, sp k, spk, sp j, spj, \
        prosta spolka akcyjna, sro, spol s ro, spol sro, spolecnost s rucenim omezenym, akciova spolecnost, \
        doo, dno, jdoo, drustvo s ogranicenom odgovornoscu, kft, zrt, nyrt, kkt, \
        korlatolt felelossegu tarsasag, eood, ood, ead, еоод, оод, еад, \
        anonim sirketi, limited sirketi, ltd sti, sti, san ve tic, sanayi ve ticaret, \
        αε, ανωνυμη εταιρεια, επε, ικε, μονοπροσωπη ικε, αβεε, αεβε, ооо, оао, зао, пао, ао, тов, пп, прат, тоо, чп, \
        wll, fze, fzco, fz llc, fzc, psc, pjsc, qsc, qpsc, saog, saoc, sae, ksc, kscc, kscp, bsc, jsc, ojsc, cjsc, \
        ש מ, בעמ, ش م م, ذ م م, شركة مساهمة, ش م ع, \
        kk, gk, yk, kabushiki kaisha, godo kaisha, yugen kaisha, tnhh, จำกัด, จำกัด มหาชน, มหาชน
        """)
    /// Forms that are left out only where they are written with full stops or slashes, as `e.V.` and `A/S` are: as plain
    /// words they are names.
    static let dottedEndings = phrases(
        "ev, ek, cv, ks, ad, bt, dd, is, amba, psa, sau, sci, epp, pc, cic, opc, vos, sc, gie, snc")
    /// Forms that stand before a name.
    static let beginnings = phrases(
        """
        ооо, оао, зао, пао, ао, нао, ип, тов, пп, прат, тоо, ooo, oao, zao, pao, tov, pt, uab, sia, \
        cong ty, cong ty tnhh, cong ty co phan, cong ty cp, บริษัท, شركة, firma, kabushiki kaisha
        """)
    /// Forms of scripts that put no space between words: they are left out at the beginning and at the end of a word.
    static let attached: [String] = [
        "株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "一般社団法人", "公益財団法人", "(株)", "(有)", "㈱", "㈲",
        "股份有限公司", "有限责任公司", "有限責任公司", "股份公司", "有限公司", "集团公司",
        "주식회사", "유한회사", "유한책임회사", "(주)", "(유)", "㈜", "บริษัท", "จำกัด",
    ].map(foldedName).sorted { $0.count > $1.count }

    /// The most words of one form.
    static let mostWords = 6
}

/// The phrases of a list, folded already, that has ", " between them.
func phrases(_ list: String) -> Set<String> {
    Set(list.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0.drop { $0 == 0x20 })) })
}
