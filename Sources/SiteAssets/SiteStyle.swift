/// What the pages add to the style sheet of the report.
package enum SiteStyle {
    package static let text = core + imports + RolesPart.style + PicturePart.style

    private static let core = """
        :root[data-theme=contrast]{color-scheme:dark;--ground:#000;--paper:#000;--ink:#fff;--muted:#e6e6e6;--rule:#fff;--edge-1:#bbb;--lane-1:#222;--referral:#8ecbff;--rejection:#ff9d8a;--stalled:#ffd166;--stalled-line:#ffd166;--offer:#7ee2a8}
        @media (prefers-contrast:more){:root:not([data-theme]){--muted:var(--ink);--rule:var(--ink);--edge-1:var(--ink)}}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        nav.menu{margin-top:0;display:flex;align-items:center;gap:1rem;padding:0 1.25rem}nav.menu ul{margin:0;padding:.7rem 0;flex:1}nav.menu a{padding:.3rem .15rem}nav.menu a[aria-current]{color:var(--ink);font-weight:600;box-shadow:inset 0 -2px var(--referral)}nav.menu li:last-child{margin-left:0}
        .js .menu-tools.js-only{display:flex!important;flex-wrap:nowrap;align-items:center;gap:.4rem}.menu-tools form{margin:0}.menu-tools button{white-space:nowrap}
        main{padding-top:1.6rem;padding-bottom:7rem;outline:none}main h1{margin-bottom:.2rem}
        main section{padding-top:1.6rem}
        .count{color:var(--muted);font-weight:400;font-size:.9em}
        .button,summary.button{display:inline-flex;align-items:center;font-size:.85rem;color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:7px;padding:.25rem .7rem;min-height:2rem;text-decoration:none;cursor:pointer;line-height:1.4}.button:hover{border-color:var(--ink)}
        button.first,.button.first{background:var(--ink);color:var(--paper);border-color:var(--ink)}
        [aria-busy=true]{opacity:.55}
        .rows{display:block}.row{display:grid;grid-template-columns:minmax(0,14rem) minmax(0,1fr) auto;gap:.2rem 1.1rem;border:1px solid var(--edge-1);border-radius:12px;background:var(--paper);margin:.5rem 0;padding:.75rem 1rem;align-items:start}
        .row:focus{outline:2px solid var(--referral);outline-offset:1px}
        .row .who a{font-weight:600;color:var(--ink);text-decoration-color:var(--rule)}.row .who span{display:block}
        .row .what{font-size:.95rem}.row .what b{font-weight:600}.row .what small{margin-left:.5rem}.row .what p{margin:.15rem 0}.row .what .muted{font-size:.88rem}
        .label{color:var(--muted);font-size:.85em}
        .acts{display:flex;gap:.35rem;flex-wrap:wrap;justify-content:flex-end;position:relative}.acts form{margin:0}
        .more-acts>summary{display:inline-flex;align-items:center;font-size:.85rem;border:1px solid var(--rule);border-radius:7px;padding:.25rem .7rem;min-height:2rem;line-height:1.4}.more-acts>summary::after{content:" ▾"}.more-acts{position:relative}
        .more-acts>div{position:absolute;right:0;top:2.3rem;z-index:4;display:flex;flex-direction:column;gap:.3rem;background:var(--paper);border:1px solid var(--rule);border-radius:10px;padding:.5rem;min-width:11rem;box-shadow:0 6px 20px #0003}.more-acts>div :is(button,.button){width:100%;text-align:left}
        dialog{color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:14px;padding:0;width:min(44rem,calc(100vw - 1.5rem));max-height:calc(100vh - 2rem);box-shadow:0 12px 48px #0006}dialog::backdrop{background:#0007}
        .dialog-head{display:flex;justify-content:space-between;align-items:start;gap:1rem;padding:1rem 1.2rem .4rem;position:sticky;top:0;background:var(--paper);z-index:2}.dialog-head h2{margin:0}#dialog-body,#keys dl{padding:0 1.2rem 1.2rem}
        button.close{font-size:1.1rem;line-height:1;padding:.2rem .6rem}
        form.sheet{display:grid;gap:.7rem;max-width:38rem}form.sheet label{display:grid;gap:.2rem;font-size:.92rem}form.sheet .check{display:flex;gap:.5rem;align-items:center}form.sheet .choices{display:flex;flex-wrap:wrap;gap:.4rem}
        input:not([type=checkbox]):not([type=radio]),select,textarea{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--rule);border-radius:7px;padding:.4rem .6rem;width:100%;min-width:0}textarea{min-height:9rem;resize:vertical}
        fieldset{border:1px solid var(--edge-1);border-radius:9px;padding:.5rem .8rem;margin:0}legend{font-size:.9rem;color:var(--muted);padding:0 .3rem}
        .problem{border:1px solid var(--rejection);border-radius:9px;padding:.5rem .8rem;color:var(--ink)}.problem p{margin:.15rem 0}
        .stale{display:flex;gap:.8rem;align-items:center;flex-wrap:wrap;border:1px solid var(--stalled-line);background:var(--paper);border-radius:9px;padding:.5rem .8rem;margin:.6rem auto;max-width:70rem}
        #toasts{position:fixed;right:1rem;bottom:1rem;z-index:9;display:grid;gap:.5rem;width:min(26rem,calc(100vw - 2rem))}.toast{display:grid;grid-template-columns:1fr auto auto;gap:.1rem .6rem;align-items:center;background:var(--ink);color:var(--paper);border-radius:11px;padding:.6rem .9rem;font-size:.92rem;box-shadow:0 6px 20px #0004}.toast p{grid-column:1;margin:0}.toast .more{padding:0;opacity:.85;font-size:.88rem}.toast button{grid-row:1;background:transparent;color:inherit;border-color:currentcolor}.toast .undo{grid-column:2}.toast .close{grid-column:3}.toast.bad{background:var(--paper);color:var(--ink);border:1px solid var(--rejection)}
        .line{margin:.18rem 0}.line.labelled{display:grid;grid-template-columns:6rem 1fr;gap:.6rem;max-width:none}.deep2{margin-left:1rem}.deep3{margin-left:2rem}.line.bold{font-weight:600}.line.dim{color:var(--muted)}.line.amber{color:var(--stalled)}.line.red{color:var(--rejection)}
        pre{overflow-x:auto;font-size:.85rem}
        .keys div{grid-template-columns:5rem 1fr}kbd{font:600 .85rem ui-monospace,monospace;border:1px solid var(--rule);border-radius:5px;padding:.05rem .4rem}
        .filters{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:1rem 0}.filters label{display:grid;gap:.15rem;font-size:.85rem;color:var(--muted)}.filters input[type=search]{min-width:15rem}
        @media (max-width:54rem){.row{grid-template-columns:1fr}.acts{justify-content:flex-start}.more-acts[open]{flex-basis:100%}.more-acts>div{position:static;margin-top:.4rem;box-shadow:none}}
        @media (max-width:44rem){nav.menu{padding:0 .8rem;gap:.5rem}nav.menu ul{gap:.9rem}.menu-tools #help{display:none}main{padding:1.1rem .8rem 7rem}.line.labelled{grid-template-columns:4.5rem 1fr}.filters input[type=search]{min-width:0}}
        @media print{.acts,.js .menu-tools.js-only,#toasts,.filters,dialog,.stale{display:none!important}.row{grid-template-columns:12rem 1fr;break-inside:avoid}}

        """ + DialogPart.style + PeopleAssets.style
}
