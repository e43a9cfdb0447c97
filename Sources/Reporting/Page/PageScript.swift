/// The script of a report's page. Without it everything can be read; with it the picture answers.
package enum PageScript {
    static let text = #"""
        (()=>{"use strict";
        const root=document.documentElement,$=id=>document.getElementById(id),all=(q,e=document)=>[...e.querySelectorAll(q)];
        root.classList.add("js");
        const night=matchMedia("(prefers-color-scheme:dark)"),theme=$("theme");
        const isDark=()=>root.dataset.theme?root.dataset.theme==="dark":night.matches;
        const tell=()=>theme.setAttribute("aria-pressed",isDark());
        theme.addEventListener("click",()=>{root.dataset.theme=isDark()?"light":"dark";tell()});night.addEventListener("change",tell);tell();
        let folded=[];
        addEventListener("beforeprint",()=>{folded=all("details:not([open])");folded.forEach(d=>{d.open=true;d.classList.add("unfolded")})});
        addEventListener("afterprint",()=>{folded.forEach(d=>{d.open=false;d.classList.remove("unfolded")});folded=[]});
        \#(picture)
        picture(document);
        })();
        """#

    /// What makes a picture in a part of a page answer: zoom, search, layers, and the lines of a card. With `open`, a card
    /// that has a page opens it.
    package static let picture = #"""
        let life=null;
        const picture=(part,open)=>{
        const net=part.querySelector("#net");if(!net){if(!document.getElementById("net"))life?.abort();return}
        life?.abort();life=new AbortController();const{signal}=life,the=id=>document.getElementById(id),every=(q,e=part)=>[...e.querySelectorAll(q)];
        const stage=the("stage"),status=the("status"),find=the("find"),[, ,W,H]=net.getAttribute("viewBox").split(/\s+/).map(Number);
        // Zoom is the picture's width; the frame scrolls, so that wheel, finger and arrow keys pan.
        let zoom=1;
        const fit=()=>Math.min(stage.clientWidth/W,(innerHeight*.8-2)/H);
        const scale=(z,x=stage.clientWidth/2,y=stage.clientHeight/2)=>{z=Math.min(6,Math.max(Math.min(fit(),.2),z));const f=z/zoom,l=(stage.scrollLeft+x)*f-x,t=(stage.scrollTop+y)*f-y;zoom=z;net.style.width=W*z+"px";stage.scrollTo(l,t)};
        // On a small screen what can be read goes before what can be seen whole.
        const home=()=>scale(Math.min(stage.clientWidth<500?Math.max(fit(),.6):fit(),1.25));
        the("in").addEventListener("click",()=>scale(zoom*1.3));the("out").addEventListener("click",()=>scale(zoom/1.3));the("fit").addEventListener("click",()=>scale(fit()));
        stage.addEventListener("wheel",e=>{if(!e.ctrlKey&&!e.metaKey)return;e.preventDefault();const b=stage.getBoundingClientRect();scale(zoom*Math.exp(-e.deltaY*.004),e.clientX-b.left,e.clientY-b.top)},{passive:false});
        let drag=null,moved=false;
        stage.addEventListener("pointerdown",e=>{if(e.pointerType==="mouse"&&e.button===0){drag=[e.clientX,e.clientY,stage.scrollLeft,stage.scrollTop];moved=false}});
        addEventListener("pointermove",e=>{if(!drag)return;const x=e.clientX-drag[0],y=e.clientY-drag[1];if(Math.abs(x)+Math.abs(y)>4){moved=true;stage.classList.add("drag")}stage.scrollTo({left:drag[2]-x,top:drag[3]-y,behavior:"instant"})},{signal});
        addEventListener("pointerup",()=>{drag=null;stage.classList.remove("drag")},{signal});
        // Two fingers zoom the picture, not the page.
        let pinch=null;const spread=e=>{const[a,b]=e.touches;return{d:Math.hypot(a.clientX-b.clientX,a.clientY-b.clientY),x:(a.clientX+b.clientX)/2,y:(a.clientY+b.clientY)/2}};
        stage.addEventListener("touchstart",e=>{pinch=e.touches.length===2?{...spread(e),zoom}:null},{passive:true});
        stage.addEventListener("touchmove",e=>{if(!pinch||e.touches.length!==2)return;e.preventDefault();const now=spread(e),b=stage.getBoundingClientRect();scale(pinch.zoom*now.d/pinch.d,now.x-b.left,now.y-b.top)},{passive:false});
        const cards=every(".node.person,.node.you",net),byId=new Map(cards.map(c=>[c.id,c])),near=new Map(cards.map(c=>[c.id,[]]));
        for(const row of stage.dataset.lines.split(";")){const[line,a,b]=row.split(" ");near.get(a)?.push([b,line]);near.get(b)?.push([a,line])}
        const pages=new Map((stage.dataset.cards||"").split(";").map(row=>row.split(" ")));
        const name=c=>c.querySelector("title")?.textContent||"";
        let pinned=null;
        const light=ids=>{every(".on",net).forEach(e=>e.classList.remove("on"));net.classList.toggle("focus",!!ids);ids?.forEach(id=>the(id)?.classList.add("on"))};
        const hood=id=>[id,...near.get(id).flat()];
        const rest=()=>light(pinned?hood(pinned):null);
        const show=(c,behavior)=>{const b=c.getBoundingClientRect(),s=stage.getBoundingClientRect();stage.scrollBy({left:b.left+b.width/2-s.left-s.width/2,top:b.top+b.height/2-s.top-s.height/2,behavior})};
        home();const you=net.querySelector(".you");if(you&&zoom>fit())show(you,"instant");
        const pin=id=>{if(pinned){byId.get(pinned).classList.remove("pinned");byId.get(pinned).setAttribute("aria-pressed","false")}pinned=id;if(id){const c=byId.get(id),n=near.get(id).length;c.classList.add("pinned");c.setAttribute("aria-pressed","true");status.textContent=name(c)+" · "+n+(n===1?" line":" lines")}else status.textContent="";rest()};
        const pick=id=>{const page=pages.get(id);if(open&&page)open(page);else pin(pinned===id?null:id)};
        const middle=c=>{const b=c.getBoundingClientRect();return[b.left+b.width/2,b.top+b.height/2]};
        const ways={ArrowRight:[1,0],ArrowLeft:[-1,0],ArrowDown:[0,1],ArrowUp:[0,-1]};
        const step=(c,[dx,dy])=>{const[x,y]=middle(c);let best=null,least=Infinity;for(const o of cards){if(o===c)continue;const[u,v]=middle(o),along=(u-x)*dx+(v-y)*dy,aside=Math.abs((u-x)*dy)+Math.abs((v-y)*dx);if(along>1&&along+2*aside<least){least=along+2*aside;best=o}}return best};
        const stop=c=>{cards.forEach(o=>o.tabIndex=o===c?0:-1)};
        for(const c of cards){c.setAttribute("role","button");c.setAttribute("aria-label",name(c));if(open&&pages.has(c.id))c.setAttribute("aria-haspopup","dialog");else c.setAttribute("aria-pressed","false");
        c.addEventListener("pointerenter",()=>pinned||light(hood(c.id)));c.addEventListener("pointerleave",rest);
        c.addEventListener("focus",()=>{stop(c);pinned||light(hood(c.id))});c.addEventListener("blur",rest);
        c.addEventListener("click",()=>{if(!moved)pick(c.id)});
        c.addEventListener("keydown",e=>{if(e.key==="Enter"||e.key===" "){e.preventDefault();pick(c.id)}else if(ways[e.key]){e.preventDefault();const o=step(c,ways[e.key]);if(o){o.focus({preventScroll:true});show(o)}}})}
        if(cards.length)stop(cards[0]);
        net.addEventListener("click",e=>{if(!moved&&!e.target.closest(".person,.you"))pin(null)});
        let hits=[],at=0;
        const seek=()=>{const t=find.value.trim().toLocaleLowerCase();if(!t){hits=[];status.textContent="";return rest()}hits=cards.filter(c=>name(c).toLocaleLowerCase().includes(t));at=0;light(hits.map(c=>c.id));status.textContent=hits.length===1?"1 found":hits.length+" found";if(hits.length)show(hits[0])};
        find.addEventListener("input",seek);
        find.addEventListener("keydown",e=>{if(e.key==="Enter"&&hits.length){e.preventDefault();at=(at+1)%hits.length;show(hits[at]);status.textContent=(at+1)+" of "+hits.length+": "+name(hits[at])}});
        every("[data-layer]").forEach(b=>b.addEventListener("change",()=>net.classList.toggle("no-"+b.dataset.layer,!b.checked)));
        every("[data-show]").forEach(d=>{const c=byId.get(d.dataset.show),b=document.createElement("button");if(!c)return;b.type="button";b.className="js-only";b.textContent="Show in the picture";d.lastElementChild.append(b);b.addEventListener("click",()=>{pin(c.id);stage.scrollIntoView({block:"nearest"});c.focus({preventScroll:true});show(c)})});
        addEventListener("keydown",e=>{const typing=/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName);if(e.key==="Escape"){find.value="";hits=[];pin(null)}if(e.ctrlKey||e.metaKey||e.altKey||typing)return;if(e.key==="/"){e.preventDefault();find.focus();find.scrollIntoView({block:"nearest"})}else if(stage.contains(document.activeElement)){if(e.key==="+")scale(zoom*1.3);if(e.key==="-")scale(zoom/1.3);if(e.key==="0")scale(fit())}},{signal});
        };
        """#
}
