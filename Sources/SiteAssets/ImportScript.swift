extension SiteScript {
    /// Files, dropped anywhere or chosen, are sent one by one; the page of the import then says what it would do.
    static let imports = #"""
        let sending=null;
        const upload=(file,say)=>new Promise((yes,no)=>{const x=sending=new XMLHttpRequest();x.open("POST","/upload?name="+encodeURIComponent(file.name));x.setRequestHeader("Content-Type","application/octet-stream");
        x.upload.onprogress=e=>say(e.lengthComputable?e.loaded:0);
        x.onload=()=>{let a;try{a=JSON.parse(x.response)}catch{}if(a?.file)yes(a.file);else no(new Error(file.name+": "+(a?.said?.join(" ")||x.responseText.trim().slice(0,200)||x.status)))};
        x.onerror=()=>no(new Error("Rebound is not running any more, or the file is too large: "+file.name));x.onabort=()=>no(null);x.send(file)});
        const take=async files=>{if(!files.length)return;if(sending){toast(["Wait until the files before these have been sent."],null,true);return}
        const box=make("div","","sending"),bar=make("progress"),label=make("span"),stop=make("button","Cancel");label.id="sending";box.setAttribute("role","status");bar.setAttribute("aria-labelledby","sending");stop.type="button";stop.addEventListener("click",()=>sending?.abort());box.append(label,bar,stop);document.body.append(box);
        const total=files.reduce((n,f)=>n+f.size,0)||1,known=location.pathname==="/import"?new URLSearchParams(location.search):new URLSearchParams();known.delete("done");let done=0;bar.max=total;
        try{for(const f of files){label.textContent="Sending "+f.name;known.append("id",await upload(f,n=>bar.value=done+n));done+=f.size;bar.value=done}await go("/import?"+known)}
        catch(e){toast([e?e.message:"Canceled: nothing was imported."],null,!!e)}finally{sending=null;box.remove()}};
        const holdsFiles=e=>document.body.dataset.readonly!=="yes"&&[...e.dataTransfer?.types||[]].includes("Files");
        addEventListener("dragover",e=>{if(holdsFiles(e)){e.preventDefault();root.classList.add("dropping")}});
        addEventListener("dragleave",e=>{if(!e.relatedTarget)root.classList.remove("dropping")});
        addEventListener("drop",e=>{root.classList.remove("dropping");if(!holdsFiles(e))return;e.preventDefault();
        const items=[...e.dataTransfer.items].filter(i=>i.kind==="file");if(items.some(i=>i.webkitGetAsEntry?.()?.isDirectory)){toast(["A folder cannot be dropped. Drop its zip, or the files in it."],null,true);return}
        if(dialog.open)dialog.close();take([...e.dataTransfer.files])});
        document.addEventListener("change",e=>{if(e.target.id==="files"){const files=[...e.target.files];e.target.value="";take(files)}});
        document.addEventListener("submit",e=>{if(e.target.matches("[data-get]")){const q=new URLSearchParams();for(const[k,v]of new FormData(e.target))if(v||k==="means")q.append(k,v);go(e.target.dataset.get+"?"+q)}});
        const again=async w=>{await wait(+w.dataset.again);if(!w.isConnected)return;try{const d=await load(location.href),n=$("[data-again]",d);if(!w.isConnected)return;if(n&&n.firstChild.data===w.firstChild.data)$("small",w).textContent=$("small",n).textContent;else{swap(d,true);return}}catch{}again(w)};
        setups.push(part=>{const w=$("[data-again]",part);if(w)again(w)});
        """#
}
