import Reporting

/// The style sheet and the script of the page over all clients.
enum BatchPageAssets {
    static let style = """
        :root{color-scheme:light dark;--ink:#1f2933;--muted:#56616d;--paper:#fff;--ground:#f4f6f8;--line:#d5dce3;--alarm:#a63a14;--link:#1c5a9c}
        @media screen and (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--muted:#a3afbb;--paper:#1b222a;--ground:#12171d;--line:#33404d;--alarm:#ef9a76;--link:#8fc0f2}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:100rem;padding:1.5rem;background:var(--ground);color:var(--ink);font:15px/1.45 Inter,"Open Sans","Segoe UI","Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.6rem;margin:0}h2{font-size:1.1rem;margin:0}h3{font-size:1rem;margin:.6rem 0 0}p{margin:.2rem 0}
        header p,footer,caption,#status{color:var(--muted)}a{color:var(--link)}
        :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:4px}
        .kinds{display:flex;flex-wrap:wrap;gap:.5rem;margin:.9rem 0;padding:0;list-style:none}.kinds li{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:.3rem .8rem}
        .kinds b{font-size:1.2rem;font-variant-numeric:tabular-nums}
        .tools{display:none;flex-wrap:wrap;gap:.5rem 1.2rem;align-items:center;margin:.8rem 0}.js .tools{display:flex}.paper{display:none}
        input,select,button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--muted);border-radius:7px;padding:.25rem .6rem;min-height:2rem}
        table{border-collapse:collapse;width:100%;background:var(--paper);border:1px solid var(--line)}caption{text-align:left;padding:.3rem 0}
        th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-top:1px solid var(--line);overflow-wrap:break-word}
        thead th{white-space:nowrap;color:var(--muted);font-weight:600}thead button{border:0;padding:0;background:none;color:inherit;font-weight:inherit;cursor:pointer}
        [aria-sort=ascending] button::after{content:" ▲"}[aria-sort=descending] button::after{content:" ▼"}
        tbody th{font-weight:600;min-width:10rem}td:nth-of-type(1),td:nth-of-type(4),td:nth-of-type(5){font-variant-numeric:tabular-nums}
        td ul{margin:0;padding:0;list-style:none}td li+li{margin-top:.15rem}
        td b{font-size:.82rem;border:1px solid var(--muted);border-radius:6px;padding:0 .4rem;white-space:nowrap}.follow-up{color:var(--alarm);border-color:var(--alarm)}
        .failed{border:1px solid var(--alarm);border-radius:10px;background:var(--paper);padding:.8rem 1rem;margin:0 0 1rem}.failed h2{color:var(--alarm)}.failed ul{margin:.2rem 0;padding-left:1.3rem}
        tr[hidden]{display:none!important}footer{margin-top:1.5rem;font-size:.9rem}
        @media screen and (max-width:50rem){body{padding:1rem}caption{padding:.3rem .6rem}table,caption,tbody,thead{display:block}thead tr{display:flex;flex-wrap:wrap;gap:0 .9rem;padding:.2rem .6rem}thead th{border:0;padding:0}
        tbody tr{display:grid;grid-template-columns:1fr 1fr 1fr;border-top:1px solid var(--line);padding:.5rem .6rem}tbody th,tbody td{border:0;padding:.1rem 0}tbody th,td:nth-of-type(2),td:nth-of-type(6){grid-column:1/-1}td:nth-of-type(1){display:none}
        td:nth-of-type(n+3)::before{content:attr(data-name) ": ";color:var(--muted)}}
        @media print{@page{size:A4;margin:12mm}body{background:none;padding:0;font-size:8.5pt;line-height:1.25}.tools,.js .tools,footer,caption,.failed ul,.failed h3{display:none}.paper{display:block}
        h1{font-size:15pt}.kinds{margin:.4rem 0}.kinds li{padding:.1rem .5rem}table{border:0}tr{break-inside:avoid}th,td{padding:.25rem .4rem}tbody th{min-width:0;width:24%}a{color:inherit;text-decoration:none}
        tbody tr:nth-child(n+11){display:none}.js tbody tr{display:none}.js tbody tr.top{display:table-row}td li:nth-child(n+2){display:none}}
        """

    static let script = #"""
        (()=>{"use strict";
        const $=id=>document.getElementById(id),body=document.querySelector("tbody");if(!body)return;
        document.documentElement.classList.add("js");
        const rows=[...body.rows].map(row=>({row,text:row.textContent.toLocaleLowerCase(),kinds:row.dataset.kinds.split(" ").filter(Boolean)}));
        const heads=[...document.querySelectorAll("thead th")],find=$("find"),kind=$("kind"),status=$("status");
        const mark=()=>{let n=0;for(const row of body.rows)row.classList.toggle("top",!row.hidden&&n++<10)};
        const sift=()=>{const words=find.value.toLocaleLowerCase().split(/\s+/).filter(Boolean),k=kind.value;let n=0;
        for(const r of rows){const on=words.every(w=>r.text.includes(w))&&(!k||(k==="any"?r.kinds.length>0:r.kinds.includes(k)));r.row.hidden=!on;if(on)n++}
        status.textContent=words.length||k?n+" of "+rows.length+" shown":"";mark()};
        const by=(r,at)=>at===1?r.row.cells[1].textContent.toLocaleLowerCase():Number(r.row.cells[at].dataset.by);
        const sort=(at,down)=>{heads.forEach((h,i)=>i===at?h.setAttribute("aria-sort",down?"descending":"ascending"):h.removeAttribute("aria-sort"));
        const keys=new Map(rows.map(r=>[r,by(r,at)])),first=new Map(rows.map((r,i)=>[r,i]));
        const order=[...rows].sort((a,b)=>{const x=keys.get(a),y=keys.get(b),c=at===1?x.localeCompare(y):x-y;return(down?-c:c)||first.get(a)-first.get(b)});
        body.append(...order.map(r=>r.row));mark()};
        heads.forEach((h,at)=>{const b=document.createElement("button");b.type="button";b.append(...h.childNodes);h.append(b);
        b.addEventListener("click",()=>sort(at,h.hasAttribute("aria-sort")?h.getAttribute("aria-sort")==="ascending":at>2))});
        find.addEventListener("input",sift);kind.addEventListener("change",sift);
        addEventListener("keydown",e=>{const typing=/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName);
        if(e.key==="Escape"&&document.activeElement===find){find.value="";sift()}
        if(e.key==="/"&&!typing&&!e.ctrlKey&&!e.metaKey&&!e.altKey){e.preventDefault();find.focus()}});
        sift();
        })();
        """#
}
