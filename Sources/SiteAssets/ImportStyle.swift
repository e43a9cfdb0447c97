extension SiteStyle {
    /// Files, settings and what is to be saved.
    static let imports = """
        .drop{border:2px dashed var(--rule);border-radius:14px;padding:1.4rem;margin:1rem 0;display:grid;gap:.7rem;justify-items:start;background:var(--paper)}.drop label{font-weight:600}.drop input[type=file]{width:auto;max-width:100%;border:0;background:transparent;padding:0}
        .dropping body::after{content:"Drop to import";position:fixed;inset:.6rem;z-index:20;display:grid;place-items:center;font-size:1.6rem;font-weight:600;color:var(--ink);background:color-mix(in srgb,var(--paper) 85%,transparent);border:3px dashed var(--referral);border-radius:18px;pointer-events:none}
        .sending{position:fixed;left:50%;bottom:1rem;transform:translateX(-50%);z-index:10;display:flex;gap:.8rem;align-items:center;width:min(34rem,calc(100vw - 2rem));background:var(--paper);border:1px solid var(--rule);border-radius:12px;padding:.7rem 1rem;box-shadow:0 6px 20px #0004}.sending span{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.sending progress{width:8rem}
        .working{display:none}form[data-busy] .working{display:block}.reading{font-size:1.1rem}
        .files li{display:flex;gap:.8rem;flex-wrap:wrap}.next-steps{display:flex;flex-wrap:wrap;gap:.5rem}
        form.wide{max-width:none}.scroll{overflow-x:auto}.columns{border-collapse:collapse;width:100%}.columns :is(th,td){text-align:left;padding:.35rem .6rem .35rem 0;border-top:1px solid var(--edge-1);vertical-align:top;overflow-wrap:anywhere;min-width:7rem}.columns td{color:var(--muted);font-size:.9rem}
        .settings{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));gap:.8rem;margin:1rem 0}.settings section{border:1px solid var(--edge-1);border-radius:12px;background:var(--paper);padding:.8rem 1rem}.settings h2{margin:0;font-size:1.05rem}.settings p{margin:.3rem 0;overflow-wrap:anywhere}.inline{display:flex;gap:.4rem}.inline :is(input,select){flex:1}
        .confirm{position:sticky;bottom:0;z-index:3;display:flex;gap:.5rem;align-items:center;background:var(--ground);border-top:1px solid var(--edge-1);padding:.7rem 0;margin-top:1rem}.confirm form{margin:0}
        main:focus,main:focus-visible{outline:none}.toast p.more{padding:0}
        .export li{display:grid;grid-template-columns:13rem 1fr;gap:.8rem;align-items:center;margin:.4rem 0}
        #quiet button[aria-pressed=true]{background:var(--ink);color:var(--paper)}
        .steps{margin-top:1.4rem}form.sheet details label{margin-top:.6rem}
        @media (max-width:44rem){.export li{grid-template-columns:1fr;gap:.2rem;margin:.8rem 0}}

        """
}
