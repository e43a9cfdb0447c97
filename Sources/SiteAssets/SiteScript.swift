/// The script of every page. It swaps pages without a reload, sends what forms say, listens for news, and knows the keys;
/// all markup comes from the server, and is taken apart by the browser without running anything in it.
package enum SiteScript {
    package static let text = #"""
        (()=>{"use strict";
        const $=(q,e=document)=>e.querySelector(q),all=(q,e=document)=>[...e.querySelectorAll(q)];
        const root=document.documentElement,dialog=$("#dialog"),keys=$("#keys"),toasts=$("#toasts");
        root.classList.add("js");
        let seen=document.body.dataset.entry,opened=null,latest=0;
        const make=(tag,text,cls)=>{const e=document.createElement(tag);if(text)e.textContent=text;if(cls)e.className=cls;return e};

        // Theme: as the system has it until chosen.
        const themes=["system","light","dark","contrast"],themeButton=$("#theme");
        const stored=()=>{try{return localStorage.getItem("theme")}catch{return null}};
        const setTheme=t=>{if(t==="system"||!themes.includes(t))delete root.dataset.theme;else root.dataset.theme=t;themeButton.textContent="Theme: "+(root.dataset.theme||"system")};
        setTheme(stored());
        themeButton.addEventListener("click",()=>{const t=themes[(themes.indexOf(root.dataset.theme||"system")+1)%themes.length];setTheme(t);try{localStorage.setItem("theme",t)}catch{}});

        // Pages. XMLHttpRequest gives a document that was never alive: no script, no image, no handler in it runs.
        const load=url=>new Promise((yes,no)=>{const x=new XMLHttpRequest();x.open("GET",url);x.responseType="document";
        x.onload=()=>{const d=x.response;if(d&&$("#main",d))yes(d);else if(x.status===401)location.reload();else no(new Error("no page"))};
        x.onerror=()=>no(new Error("Rebound is not running any more. Start rebound serve again."));x.send()});
        const dirty=()=>all("#main form[data-act]").some(f=>[...f.elements].some(e=>e.matches("input:not([type=hidden]),select,textarea")&&(e.matches("input[type=checkbox],input[type=radio]")?e.checked!==e.defaultChecked:e.matches("select")?[...e.options].some(o=>o.selected!==o.defaultSelected):e.value!==e.defaultValue)));
        // What is unfolded, and where the focus is, stay as they are when news comes: by id, or by the row's person.
        const folded=d=>d.id||(d.closest("[data-person]")?.dataset.person??"")+" "+d.className;
        const place=()=>{const a=document.activeElement,row=a?.closest?.("[data-person]");return{id:a?.id,name:a?.name,value:a?.value,from:a?.selectionStart,person:row?.dataset.person,key:a?.dataset?.rowKey,inMain:$("#main").contains(a),y:scrollY,
        open:all("#main details[open]").map(folded)}};
        const swap=(doc,keep)=>{const p=keep&&place(),now=$("#main"),next=document.adoptNode($("#main",doc));now.replaceWith(next);document.title=doc.title;seen=doc.body.dataset.entry;
        const here=$(".menu a[aria-current]",doc)?.getAttribute("href");all(".menu a").forEach(a=>a.getAttribute("href")===here?a.setAttribute("aria-current","page"):a.removeAttribute("aria-current"));
        const quiet=$("#quiet"),other=$("#quiet",doc);if(quiet&&other){$("button",quiet).setAttribute("aria-pressed",$("button",other).getAttribute("aria-pressed"));$("[name=value]",quiet).value=$("[name=value]",other).value}
        if(p){all("#main details").forEach(d=>{if(p.open.includes(folded(d)))d.open=true});if(p.inMain){const row=p.person&&all("#main .row").find(r=>r.dataset.person===p.person);let e=p.id&&document.getElementById(p.id)||p.name&&p.value!==undefined&&all("#main [name]").find(x=>x.name===p.name&&x.type!=="hidden")||row&&p.key&&$('[data-row-key="'+CSS.escape(p.key)+'"]',row)||row||next;
        e.focus({preventScroll:true});if(p.from!=null&&e.setSelectionRange&&e.value===p.value)try{e.setSelectionRange(p.from,p.from)}catch{}}scrollTo({top:p.y,behavior:"instant"})}else{scrollTo({top:0,behavior:"instant"});next.focus({preventScroll:true})}
        ready(next)};
        const go=async(url,push=true)=>{const turn=++latest;try{const d=await load(url);if(turn!==latest)return;if(push)history.pushState(null,"",url);swap(d,false)}catch(e){toast([e.message],null,true)}};
        const refresh=async()=>{if(dirty()){bar("Something was recorded meanwhile.");return}const turn=++latest,url=location.href;try{const d=await load(url);if(turn===latest&&url===location.href){if(dirty())bar("Something was recorded meanwhile.");else swap(d,true)}}catch{}};
        const bar=text=>{if($("#stale"))return;const b=make("div","","stale");b.id="stale";b.setAttribute("role","status");const again=make("button","Show it");again.type="button";again.addEventListener("click",()=>{b.remove();go(location.href,false)});b.append(make("span",text+" What you typed is still here. "),again);$("#main").prepend(b)};
        addEventListener("popstate",()=>go(location.href,false));

        // Dialogs: pages of their own, shown over another.
        const openDialog=async url=>{try{const d=await load(url),m=document.adoptNode($("#main",d)),h=$("h1",m);$("#dialog-title").textContent=h.textContent;h.remove();$("#dialog-body").replaceChildren(...m.childNodes);opened={url,entry:d.body.dataset.entry};if(!dialog.open)dialog.showModal();
        ready($("#dialog-body"));($("[autofocus]",dialog)||$("#dialog-body input:not([type=hidden]),#dialog-body textarea,#dialog-body select,#dialog-body button",dialog)||$(".close",dialog)).focus()}catch(e){toast([e.message],null,true)}};
        for(const d of[dialog,keys]){$(".close",d).addEventListener("click",()=>d.close());d.addEventListener("click",e=>{if(e.target===d)d.close()})}
        dialog.addEventListener("close",()=>{$("#dialog-body").replaceChildren();opened=null;if(document.activeElement===document.body)$("#main").focus({preventScroll:true})});
        $("#help").addEventListener("click",()=>keys.showModal());

        // Messages.
        const toast=(lines,undo,bad)=>{if(!lines.length)return;const t=make("div","",bad?"toast bad":"toast");t.setAttribute("role",bad?"alert":"status");lines.forEach((l,i)=>t.append(make("p",l,i?"more":"")));
        if(undo){const b=make("button","Undo");b.type="button";b.className="undo";b.addEventListener("click",()=>{t.remove();send("undo",{},undo)});t.append(b)}
        const x=make("button","×","close");x.type="button";x.setAttribute("aria-label","Close the message");x.addEventListener("click",()=>t.remove());t.append(x);
        toasts.append(t);while(toasts.children.length>3)toasts.firstChild.remove();
        let timer;const start=()=>timer=setTimeout(()=>t.remove(),bad?20000:12000);start();for(const[on,off]of[["pointerenter","pointerleave"],["focusin","focusout"]]){t.addEventListener(on,()=>clearTimeout(timer));t.addEventListener(off,start)}};

        // Acts.
        const wait=ms=>new Promise(r=>setTimeout(r,ms));
        const post=async(act,fields,entry)=>{for(let turn=1;;turn++){let r,a;
        try{r=await fetch("/do",{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify({act,fields,seen:entry===""||entry==null?null:+entry})})}catch{return{said:["Rebound is not running any more. Nothing was recorded; what you typed is still here."],refusal:"refused"}}
        if(r.status===401){return{said:["This page belongs to an earlier run of rebound serve. Open the address that it printed."],refusal:"refused"}}
        try{a=await r.json()}catch{return{said:["Rebound did not answer as expected ("+r.status+")."],refusal:"refused"}}
        if(a.refusal!=="busy"||turn===8)return a;if(turn===1)toast(["Another program is writing to your network; trying again."]);await wait(300*turn)}};
        const send=async(act,fields,entry,form)=>{const a=await post(act,fields,entry);
        if(a.refusal){if(form&&form.isConnected&&(form.closest("dialog")||!form.closest(".acts"))){problem(form,a,act,fields)}else{toast(a.said,null,true);if(a.refusal==="stale")refresh()}return a}
        // What the page itself recorded it has seen, whether or not it shows it yet.
        if(a.entry)seen=String(a.entry);
        const part=form?.closest("details[data-folds]"),inDialog=form?.closest("dialog"),then=form?.dataset.then||!inDialog&&form?.dataset.home;if(inDialog&&form.hasAttribute("data-answer"))answer(a);else{if(part)part.open=false;
        if(!inDialog)leave(form,act);
        if(inDialog&&opened&&form.closest("[data-folds],[data-stays]")){await openDialog(opened.url);if(part)document.getElementById(part.id)?.firstElementChild.focus()}else if(inDialog)dialog.close();toast([...a.said,...a.due],a.entry&&act!=="undo"?a.entry:null)}if(then)await go(then);else await refreshNow();return a};
        // A row goes as soon as its step is recorded; the page that follows has it again if something else is due.
        const leave=(form,act)=>{const row=form?.closest(".rows>.row");if(!row||!["done","skip"].includes(act))return;const list=rows(),at=list.indexOf(row),next=list[at+1]||list[at-1]||$("#main");if(row.contains(document.activeElement))next.focus({preventScroll:true});row.remove()};
        const answer=a=>{const body=$("#dialog-body"),box=make("div");box.setAttribute("role","status");const button=(text,run,cls)=>{const b=make("button",text,cls);b.type="button";b.addEventListener("click",run);return b},acts=make("p");
        acts.append(button("Close",()=>dialog.close(),"first"));if(a.entry)acts.append(" ",button("Undo",()=>{dialog.close();send("undo",{},a.entry)}));body.replaceChildren(box,acts);opened=null;
        a.said.forEach(l=>box.append(make("p",l)));if(a.due.length){const list=make("ul","","plain");a.due.forEach(l=>list.append(make("li",l)));box.append(make("h3","Due next"),list)}$("button",acts).focus()};
        const refreshNow=async()=>{const turn=++latest;try{const d=await load(location.href);if(turn===latest)swap(d,true)}catch{}};
        const problem=(form,a,act,fields)=>{$(".problem",form)?.remove();const p=make("div","","problem");p.setAttribute("role","alert");a.said.forEach(l=>p.append(make("p",l)));
        if(a.refusal==="stale"){const b=make("button","Record it anyway");b.type="button";b.addEventListener("click",async()=>{const d=await load(location.href);send(act,fields,d.body.dataset.entry,form)});p.append(b)}(a.choices||[]).forEach(c=>{const b=make("button",c.words);b.type="button";b.addEventListener("click",()=>send(act,{...fields,[c.field]:[c.value]},form.closest("dialog")?opened?.entry:seen,form));p.append(b)});form.append(p);p.scrollIntoView({block:"nearest"})};
        const fieldsOf=(form,button)=>{const fields={};for(const[name,value]of new FormData(form,button)){if(typeof value==="string")(fields[name]??=[]).push(value)}return fields};
        document.addEventListener("submit",e=>{const form=e.target;e.preventDefault();if(form.matches("[data-live]"))return live(form,0);if(!form.matches("[data-act]")||form.dataset.busy)return;
        form.dataset.busy="1";const button=e.submitter;button?.setAttribute("aria-busy","true");
        send(form.dataset.act,fieldsOf(form,button),form.closest("dialog")?opened?.entry:seen,form).finally(()=>{delete form.dataset.busy;button?.removeAttribute("aria-busy")})});

        // Search as you type: the results alone are swapped.
        let typing=0;
        const live=(form,delay=130)=>{clearTimeout(typing);typing=setTimeout(async()=>{const q=new URLSearchParams(new FormData(form));for(const[k,v]of[...q])if(!v)q.delete(k);const url=form.dataset.live+(q.size?"?"+q:"");const turn=++latest;
        try{const d=await load(url);if(turn!==latest)return;const r=$("#results",d),now=$("#results");if(r&&now){history.replaceState(null,"",url);const n=document.adoptNode(r);now.replaceWith(n);ready(n)}}catch{}},delay)};
        document.addEventListener("input",e=>{const f=e.target.form;if(f?.matches("[data-live]"))live(f)});
        document.addEventListener("change",e=>{const f=e.target.form;if(f?.matches("[data-live]"))live(f,0)});

        document.addEventListener("click",e=>{
        const copy=e.target.closest("[data-copy]");if(copy){const from=document.getElementById(copy.dataset.copy);navigator.clipboard.writeText(from.value??from.textContent).then(()=>toast(["Copied."]),()=>{from.select?.();toast(["The browser does not let the page copy; the text is selected."],null,true)});return}
        for(const d of all("details.more-acts[open]"))if(!d.contains(e.target))d.open=false;
        const a=e.target.closest("a");if(!a||e.defaultPrevented||e.button||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||a.target||a.hasAttribute("download"))return;
        const href=a.getAttribute("href")||"";if(!href.startsWith("/")||href.startsWith("//"))return;e.preventDefault();
        if(a.hasAttribute("data-dialog"))openDialog(href);else{if(dialog.open)dialog.close();go(href)}});

        // Keys.
        let chord=false;
        const rows=()=>all("#main .row");
        const step=by=>{const list=rows();if(!list.length)return;const at=list.indexOf(document.activeElement?.closest?.(".row"));const r=list[at<0?(by>0?0:list.length-1):Math.max(0,Math.min(list.length-1,at+by))];r.focus();r.scrollIntoView({block:"nearest"})};
        document.addEventListener("keydown",e=>{
        if(e.key==="Escape"){const d=$("details.more-acts[open]");if(d){d.open=false;$("summary",d).focus()}return}
        if(e.ctrlKey||e.metaKey||e.altKey||e.target.matches?.("input:not([type=checkbox]):not([type=radio]),textarea,select")||dialog.open||keys.open){return}
        if(chord){chord=false;const a=$('.menu a[data-key="'+CSS.escape(e.key)+'"]');if(a){e.preventDefault();go(a.getAttribute("href"))}return}
        const row=document.activeElement?.closest?.(".row");
        if(e.key==="g")chord=true;
        else if(e.key==="?"){e.preventDefault();keys.showModal()}
        else if(e.key==="j"||e.key==="k"){e.preventDefault();step(e.key==="j"?1:-1)}
        else if(e.key==="/"){e.preventDefault();const s=$("#main input[type=search]");if(s)s.focus();else go("/people").then(()=>$("#main input[type=search]")?.focus())}
        else if(e.key==="u"){e.preventDefault();send("undo",{},seen)}
        else if(row&&e.key==="Enter"&&e.target===row){e.preventDefault();$("a",row)?.click()}
        else if(row&&e.key.length===1){const b=$('[data-row-key="'+CSS.escape(e.key)+'"]',row);if(b){e.preventDefault();b.click()}}});

        // News of what was recorded or set elsewhere, and of a new day.
        let last=null,listener=null;
        const listen=()=>{listener=new EventSource("/news");
        listener.onmessage=e=>{let s;try{s=JSON.parse(e.data)}catch{return}$("#gone")?.remove();const look=s.day+" "+s.settings,forgot=last&&last.entry===s.entry&&last.written!==s.written,changed=String(s.entry)!==String(seen)||last&&last.look!==look||forgot;last={...s,look};if(changed)refresh()};
        listener.onerror=()=>{if(listener.readyState===2&&!$("#gone")){const g=make("div","Rebound is not running any more: start rebound serve again, and open the address that it prints.","stale");g.id="gone";g.setAttribute("role","alert");document.body.prepend(g)}}};
        if(seen!=="")listen();
        addEventListener("pagehide",()=>listener?.close());

        // What a part of a page needs once it is there.
        const setups=[];
        const ready=part=>setups.forEach(f=>f(part));
        \#(parts)
        ready($("#main"));
        })();
        """#

    /// Further parts, each a `setups.push(part => …)`.
    private static let parts = [
        DialogPart.script, PeopleAssets.script, RolesPart.script, PicturePart.script, imports,
    ].joined(separator: "\n")
}
