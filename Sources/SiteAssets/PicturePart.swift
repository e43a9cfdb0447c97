internal import Reporting

/// What pictures add to the script and the style sheet; they answer as in a report, and a card opens a person's.
enum PicturePart {
    static let script = PageScript.picture + "setups.push(part=>picture(part,openDialog));"

    static let style = """
        #stage{touch-action:pan-x pan-y}main:has(>#results #stage){max-width:120rem}#picture{padding-top:.5rem}#find{width:min(100%,17rem)}
        .views:has(option:is([value=lanes],[value=ring],[value=map],[value=timeline],[value=diff],[value=company]):checked) .of-person,.views:has(option:not([value=company],[value=path]):checked) .of-company,.views:has(option:not([value=timeline],[value=diff]):checked) .of-day{display:none}
        .filters .check{display:flex;gap:.4rem;align-items:center;padding-bottom:.5rem}
        .history .row{padding:.5rem .9rem;margin:.25rem 0;grid-template-columns:minmax(0,6rem) minmax(0,1fr) auto}.taken-back .what{color:var(--muted);text-decoration:line-through}

        """
}
