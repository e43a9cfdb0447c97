/// What the pages about people need beside the style and the script of every page.
enum PeopleAssets {
    static let style = """
        .chips{display:flex;flex-wrap:wrap;gap:.35rem;align-items:center}fieldset.chips{border:0;padding:0;flex-basis:100%}fieldset.chips legend{float:left;padding:0 .5rem 0 0}
        .chip{display:inline-flex!important;gap:.35rem;align-items:center;border:1px solid var(--rule);border-radius:99px;padding:.15rem .65rem;font-size:.85rem;color:var(--ink)!important;background:var(--paper)}.chip:has(:checked){background:var(--lane-1);border-color:var(--ink)}.chip form{margin:0;display:inline}.chip button{border:0;background:transparent;padding:0 .2rem;min-height:1.5rem;min-width:1.5rem;line-height:1}
        .pick{display:inline-flex;vertical-align:middle;padding:.3rem .45rem .3rem 0}.pick input,.all-of-them input{width:1.15rem;height:1.15rem;margin:0}.all-of-them{display:inline-flex;gap:.5rem;align-items:center;font-size:.9rem;padding:.35rem 1.05rem}.row:has(.pick :checked){border-color:var(--referral);background:var(--lane-1)}
        .tags{display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.25rem}.tags span{border:1px solid var(--edge-1);border-radius:99px;padding:0 .5rem;font-size:.8rem;color:var(--muted)}
        .bulk{position:sticky;bottom:0;z-index:3;display:flex;flex-wrap:wrap;gap:.5rem .9rem;align-items:end;background:var(--paper);border:1px solid var(--rule);border-radius:12px;padding:.6rem .9rem;margin:.6rem 0;box-shadow:0 -4px 18px #0002}.bulk[hidden]{display:none}.bulk form{display:flex;gap:.4rem;align-items:end;margin:0}.bulk label{display:grid;font-size:.82rem;color:var(--muted)}.bulk input{width:9rem}.bulk output{align-self:center;font-weight:600}
        .pages{display:flex;gap:.6rem;flex-wrap:wrap;align-items:center;margin:1rem 0}
        main section>h2:not(:first-child),#dialog-body section>h2:not(:first-child){margin-top:1.5rem}.more-facts>summary{margin:.8rem 0}.more-facts>summary::before{content:"▸ "}.more-facts[open]>summary::before{content:"▾ "}.filters select{min-height:2.35rem}
        .head-acts{display:flex;flex-wrap:wrap;gap:.4rem;align-items:start;margin:.8rem 0}.head-acts .acts{justify-content:flex-start}.head-acts form{margin:0}
        .due-steps{list-style:none;margin:.4rem 0;padding:0}.due-steps li{display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;padding:.3rem 0}.due-steps form{margin:0}
        .fact{border-bottom:1px solid var(--edge-1)}.fact>summary,.fact.flat{display:grid;grid-template-columns:7.5rem 1fr auto;gap:.2rem .9rem;padding:.45rem .2rem;border-radius:0}.fact>summary>span:last-child{color:var(--referral);font-size:.88rem}.fact p{margin:0}.fact summary .line{display:block;margin:0}.fact>form,.fact>.forms{padding:.4rem .2rem 1rem}.fact .forms{display:grid;gap:1.3rem}.fact form h3{margin:0}
        .two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:.5rem 2rem}.pair{border:1px solid var(--edge-1);border-radius:12px;background:var(--paper);margin:.6rem 0;padding:.75rem 1rem}.pair.row{display:block}.pair .acts{justify-content:flex-start;align-items:center;margin-top:.4rem}.pair h2,.pair h3{font-size:1rem;margin:0}
        .first-acts{display:flex;flex-wrap:wrap;gap:.4rem}.first-acts form{margin:0}.triage-card{border:1px solid var(--edge-1);border-radius:14px;background:var(--paper);padding:1.2rem 1.4rem;margin:1rem 0}.triage-card .bold{font-size:1.25rem}
        @media (max-width:44rem){.fact>summary,.fact.flat{grid-template-columns:5.2rem 1fr auto}.bulk input{width:7rem}}
        @media print{.bulk,.pick,.all-of-them,.head-acts,.fact>summary>span:last-child,.pages{display:none!important}}

        """

    /// Several people chosen by boxes: what is done to them names each, and what was found is announced.
    static let script = #"""
        let lastPick=null;
        const picks=()=>all("#main .pick input"),choose=()=>{const bulk=$("#chosen");if(!bulk)return;const boxes=picks(),on=boxes.filter(b=>b.checked);bulk.hidden=!on.length;$("output",bulk).textContent=on.length+(on.length===1?" person chosen":" people chosen");
        const every=$("#every-one");if(every){every.checked=on.length>0&&on.length===boxes.length;every.indeterminate=on.length>0&&on.length<boxes.length}
        for(const f of all("form",bulk)){all("input[name=person]",f).forEach(i=>i.remove());for(const b of on){const i=make("input");i.type="hidden";i.name="person";i.value=b.value;f.append(i)}}};
        document.addEventListener("click",e=>{const box=e.target.closest?.(".pick input");if(!box)return;const boxes=picks();
        if(e.shiftKey&&lastPick&&boxes.includes(lastPick)){const[a,b]=[boxes.indexOf(lastPick),boxes.indexOf(box)].sort((x,y)=>x-y);boxes.slice(a,b+1).forEach(x=>x.checked=box.checked)}lastPick=box;choose()});
        document.addEventListener("change",e=>{if(e.target.id==="every-one"){picks().forEach(b=>b.checked=e.target.checked);choose()}else if(e.target.matches(".pick input"))choose()});
        document.addEventListener("click",e=>{if(e.target.closest?.("#choose-no-one")){picks().forEach(b=>b.checked=false);choose();$("#every-one")?.focus()}});
        setups.push(part=>{choose();const found=$("#found"),said=$("#said");if(part.id==="results"&&found&&said)said.textContent=found.textContent});
        document.addEventListener("keydown",e=>{if(chord||e.ctrlKey||e.metaKey||e.altKey||dialog.open||keys.open||e.target.matches?.("input,textarea,select"))return;const b=$('[data-page-key="'+CSS.escape(e.key)+'"]');if(b){e.preventDefault();e.stopPropagation();if(b.matches("input"))b.focus();else b.click()}},true);
        document.addEventListener("submit",e=>{const f=e.target;if(!f.matches("[data-search]"))return;const url=f.dataset.search+"?"+new URLSearchParams(new FormData(f));if(f.closest("dialog"))openDialog(url);else go(url)});
        """#
}
