/// What the board of roles adds to the script and the style sheet: cards are moved by dragging, by keys, and by a menu.
enum RolesPart {
    static let script = #"""
        // The board of roles. A stage that asks for more opens its form; another one is recorded at once.
        const asks={rejected:"/reject",offer:"/offer",screening:"/stage",interview:"/stage","on-hold":"/stage",withdrawn:"/stage",accepted:"/stage"};
        const moveRole=(id,stage)=>{const form=asks[stage];if(form)openDialog(form+"?opportunity="+encodeURIComponent(id)+(form==="/stage"?"&stage="+stage:""));else if(stage)send("stage",{opportunity:[id],stage:[stage]},seen)};
        document.addEventListener("change",e=>{const s=e.target.closest("[data-move]");if(!s)return;const to=s.value;s.value="";moveRole(s.closest(".role").dataset.role,to)});
        document.addEventListener("keydown",e=>{const card=document.activeElement?.closest?.(".role");if(!card||dialog.open||keys.open||e.ctrlKey||e.metaKey||e.altKey||e.target.matches("select,input"))return;
        const columns=all(".board .column"),at=columns.findIndex(c=>c.contains(card)),by={"<":-1,">":1}[e.key];
        if(by){const to=at<0?null:columns[at+by];if(to){e.preventDefault();moveRole(card.dataset.role,to.dataset.stage)}return}
        const side={ArrowLeft:-1,ArrowRight:1}[e.key],along={ArrowUp:-1,ArrowDown:1}[e.key];if(!side&&!along||at<0)return;
        const list=all(".role",columns[at]),place=list.indexOf(card);let next=null;
        if(along)next=list[place+along];else for(let c=at+side;columns[c]&&!next;c+=side){const others=all(".role",columns[c]);next=others[Math.min(place,others.length-1)]}
        if(next){e.preventDefault();next.focus();next.scrollIntoView({block:"nearest",inline:"nearest"})}});
        let dragged=null;
        const target=e=>dragged&&e.target.closest?.(".column[data-stage]");
        const dragEnd=()=>{all(".over,.dragged").forEach(c=>c.classList.remove("over","dragged"));dragged=null};
        document.addEventListener("dragstart",e=>{const c=e.target.closest?.(".role[draggable]");if(!c)return;dragged=c;e.dataTransfer.effectAllowed="move";e.dataTransfer.setData("text/plain",c.dataset.role);c.classList.add("dragged")});
        document.addEventListener("dragover",e=>{const t=target(e);if(!t)return;e.preventDefault();all(".over").forEach(c=>c!==t&&c.classList.remove("over"));t.classList.add("over")});
        document.addEventListener("drop",e=>{const t=target(e);if(!t)return;e.preventDefault();const id=dragged.dataset.role,from=dragged.dataset.stage,to=t.dataset.stage;dragEnd();if(to&&to!==from)moveRole(id,to)});
        document.addEventListener("dragend",dragEnd);
        """#

    static let style = """
        main:has(.board){max-width:120rem}
        .board{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.8rem;margin-top:1rem;align-items:start}
        .board .column{background:var(--lane-1);border:1px solid var(--edge-1);border-radius:12px;padding:.7rem;min-height:8rem}.column h2{font-size:1rem;margin:0 0 .4rem}
        .column.over,.ends .column.over{outline:2px dashed var(--referral);outline-offset:-2px}.dragged{opacity:.5}
        .row.role{display:block;padding:.6rem .7rem;font-size:.93rem}.role[draggable]{cursor:grab}.role p{margin:.2rem 0}.role .due-line{color:var(--stalled)}.role select{margin-top:.4rem;font-size:.85rem;padding:.2rem .4rem}
        .ends{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.5rem .8rem;margin-top:1.2rem}.ends .column{border:1px solid var(--edge-1);border-radius:12px;background:var(--paper)}.ends [open]{grid-column:1/-1}.ends .none{padding:.6rem 1rem}.ends .none h2{font-weight:400;color:var(--muted)}.ends summary{display:block;padding:.6rem 1rem}.ends h2{display:inline;margin:0}.ends ol{padding:0 .7rem .7rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:0 .8rem}
        .role-acts{justify-content:flex-start;margin:.4rem 0 1rem}.links{display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin-top:1rem}

        @media (max-width:54rem){.ends .none{display:none}.board{grid-template-columns:1fr}.board .column{min-height:0}.board .column.empty{padding:.4rem .7rem}.board .column.empty h2{margin:0;font-weight:400}}
        @media print{.role select{display:none}.board{grid-template-columns:repeat(3,1fr)}}

        """
}
