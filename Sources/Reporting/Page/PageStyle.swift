/// The style sheet of a report's page, but for the colours.
package enum PageStyle {
    /// The lengths of bars in twentieths: a page may set no style of its own on an element.
    private static let sizes = (1...20).map { ".b\($0){--size:\(5 * $0)%}" }.joined()

    package static let text = """
        *{box-sizing:border-box}
        html{scroll-behavior:smooth;scroll-padding-top:3.5rem}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 Inter,"Open Sans","Segoe UI","Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
        header,main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2.25rem}
        h1{font-size:1.9rem;line-height:1.2;margin:0;letter-spacing:-.015em}
        h2{font-size:1.3rem;margin:0 0 .35rem;letter-spacing:-.01em}
        h3{font-size:.95rem;margin:1.35rem 0 .5rem}
        p{margin:.25rem 0;max-width:46rem}
        .muted,small,figcaption,caption{color:var(--muted)}
        section,figure{margin:0;padding:2.5rem 0 0}
        a{color:var(--referral)}
        :focus-visible{outline:2px solid var(--referral);outline-offset:2px;border-radius:4px}
        .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:3}
        nav{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--edge-1);margin-top:1.5rem}
        nav ul{max-width:72rem;margin:0 auto;padding:.55rem 1.25rem;display:flex;align-items:center;gap:1.35rem;list-style:none;overflow-x:auto;white-space:nowrap;font-size:.9rem}
        nav a{color:var(--muted);text-decoration:none;padding:.15rem 0}nav a:hover{color:var(--ink);text-decoration:underline}
        nav li:last-child{margin-left:auto}
        button,input[type=search]{font:inherit;font-size:.85rem;color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:7px;padding:.25rem .7rem;min-height:2rem}
        button{cursor:pointer}button:hover{border-color:var(--ink)}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1.5rem 0 0;padding:0;list-style:none}
        .figures li{border:1px solid var(--edge-1);border-radius:12px;padding:.7rem 1rem;background:var(--paper)}
        .figures b{display:block;font-size:1.65rem;line-height:1.2;font-variant-numeric:tabular-nums}.figures span{color:var(--muted);font-size:.9rem}
        ol,ul.plain{list-style:none;margin:0;padding:0}
        .entry{border:1px solid var(--edge-1);border-radius:12px;background:var(--paper);margin:.5rem 0}
        summary,.flat{display:grid;grid-template-columns:minmax(2.2rem,auto) 1fr minmax(0,17rem);gap:.1rem .9rem;align-items:baseline;padding:.65rem 1rem;list-style:none}
        summary{cursor:pointer;border-radius:12px}summary::-webkit-details-marker{display:none}summary:hover{background:var(--lane-1)}
        summary .gist{position:relative}summary .gist::before{content:"▸";position:absolute;left:-1.2em;color:var(--muted);font-size:.8em;top:.15em}[open]>summary .gist::before{content:"▾"}
        .mark{min-width:1.65rem;text-align:center;font-weight:600;font-size:.85rem;font-variant-numeric:tabular-nums;border-radius:7px;padding:.12rem .4rem;border:1px solid var(--rule);justify-self:start}
        .due .mark,.offer .mark{background:var(--ink);border-color:var(--ink);color:var(--paper)}.waiting .mark{color:var(--stalled);border-color:var(--stalled-line)}.refused .mark{color:var(--rejection);border-color:var(--rejection)}.offer .mark{background:var(--offer);border-color:var(--offer)}
        .who{display:block}.who b{font-weight:600}.who span{display:block;color:var(--muted);font-size:.9rem}
        .gist{font-size:.95rem}.gist small{display:block;font-size:.85rem}#plan summary{grid-template-columns:5rem 1fr minmax(0,17rem)}#plan .more{padding-left:6.9rem}
        .more{padding:.1rem 1rem 1rem 4.1rem;font-size:.95rem}
        dl{margin:0}dl div{display:grid;grid-template-columns:5rem 1fr;gap:.5rem;padding:.15rem 0}dt{color:var(--muted)}dd{margin:0;max-width:44rem}
        table{border-collapse:collapse;width:100%;margin:.9rem 0 .2rem;font-size:.9rem}caption{text-align:left;font-weight:600;color:var(--ink);padding:.2rem 0}
        th,td{text-align:left;font-weight:400;vertical-align:baseline;padding:.28rem .7rem .28rem 0;border-top:1px solid var(--edge-1)}thead th{color:var(--muted);font-size:.85rem;border:0}
        th small{display:block;font-size:.82rem}td{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.bar,td[class^=b]{width:26%;min-width:5rem;padding-right:0}
        .bar svg{display:block;width:100%;height:.7rem}.bar rect{fill:var(--referral)}.sum td+td{background:linear-gradient(var(--bar) 0 0) 0 .62rem/var(--size) .6rem no-repeat;--bar:var(--referral)}.sum .less{--bar:var(--rejection)!important}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:0 2.5rem}.charts td.bar{width:55%}.charts tbody th{min-width:6.5rem}.charts thead td{border:0}.charts th+th{text-align:right}
        figure .tools{display:flex;flex-wrap:wrap;gap:.5rem .9rem;align-items:center;margin:.6rem 0;font-size:.88rem}.tools input[type=search]{width:min(100%,17rem)}.tools label{white-space:nowrap}.tools .zoom{margin-left:auto;display:flex;gap:.35rem}
        .js-only{display:none!important}.js .js-only{display:revert!important}.js .tools.js-only{display:flex!important}
        #stage{overflow:auto;max-height:80vh;border:1px solid var(--edge-1);border-radius:12px;background:var(--ground);touch-action:auto}#stage.drag{cursor:grabbing;user-select:none}
        .chain{overflow-x:auto;margin:0 0 1.2rem}.chain svg{display:block}
        #net{display:block;width:100%;height:auto;margin:0 auto}.js #net .person{cursor:pointer}
        #net .node,#net .edge{transition:opacity .12s}#net.focus .node:not(.on),#net.focus .edge:not(.on){opacity:.14}#net.focus .cluster{opacity:.5}#net .node:focus{outline:none}#net .node:focus-visible :is(rect,ellipse):last-of-type{stroke-width:3;stroke:var(--referral)}#net .pinned :is(rect,ellipse):last-of-type{stroke-width:2.5}
        #net.no-referral .referral,#net.no-interview .interview,#net.no-stalled .edge.stalled,#net.no-offer .edge.offer,#net.no-contact .contact,#net.no-suggested .suggested,#net.no-labels .edge text,#net.no-labels .edge rect,#net.no-companies .cluster{display:none}
        footer{padding-top:2.5rem;padding-bottom:3rem;font-size:.9rem}footer li{margin:.2rem 0}footer ul{padding-left:1.1rem}
        @media (max-width:44rem){body{font-size:15px}header{padding-top:1.4rem}summary,.flat{grid-template-columns:auto 1fr}.gist{grid-column:2}.more,#plan .more{padding-left:1rem}#plan summary{grid-template-columns:auto 1fr}summary .gist{padding-left:1.2em}summary .gist::before{left:0}dl div{grid-template-columns:4rem 1fr}.sum td+td{display:none}.charts td.bar{width:34%}.figures{grid-template-columns:1fr 1fr}.tools .zoom{margin-left:0}}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}#net .node,#net .edge{transition:none}}
        @media print{@page{margin:14mm}*{print-color-adjust:exact}body{font-size:10.5pt}nav,.skip,.js .js-only,.js .tools.js-only{display:none!important}header,main,footer{max-width:none;padding:0}section,figure{padding-top:1.2rem}#stage,.chain{overflow:visible;max-height:none;border:0}.chain svg{width:100%;height:auto}#net{width:100%!important;max-height:23cm}tr,.figures li,summary,dl{break-inside:avoid}h2,h3,summary{break-after:avoid}details::details-content{content-visibility:visible;height:auto}details:not([open]) .more>:not(dl),.unfolded .more>:not(dl){display:none}summary .gist::before{content:none!important}}
        """ + sizes
}
