import { openSources } from '@/lib/importing/sources/open-source';
import { defaultImportLimits } from '@/lib/importing/import-limits';
import { parsePost } from '@/lib/importing/parse-post';
const ctx={timeZone:'Asia/Shanghai',defaultLanguage:'zh-CN',now:new Date('2026-11-22T00:00:00Z')};
const [,, mode, ...paths]=process.argv;
const counts:Record<string,number>={}; let n=0, rej=0; const t0=performance.now(); let parse=0, max=0, maxp='';
for await (const e of openSources(paths, defaultImportLimits)) {
  n++;
  if(e.kind==='rejected'){ rej++; const k='REJ '+e.note.code+' '+JSON.stringify(e.note.params??{}); counts[k]=(counts[k]??0)+1; if(mode!=='count')console.log(e.path,'->',k); continue;}
  const t=performance.now(); const r=parsePost(e.file,ctx); const d=performance.now()-t; parse+=d; if(d>max){max=d;maxp=e.file.path}
  if(r.kind==='rejected'){ rej++; const k='REJ '+r.notes.map(x=>x.code+JSON.stringify(x.params??{})).join(); counts[k]=(counts[k]??0)+1; console.log(r.path,'->',k); continue;}
  const p=r.post; for(const x of p.notes){const k=x.code+(x.params?.from??'');counts[k]=(counts[k]??0)+1} counts['lang '+p.language]=(counts['lang '+p.language]??0)+1;
  if(mode==='full') console.log(JSON.stringify({...p,bodyHtml:p.bodyHtml.length,bodyText:p.bodyText.length,mentions:p.mentions.length}));
  else if(mode==='table') console.log([p.path.slice(-45),p.title.slice(0,30),p.publishedAt.toISOString().slice(0,16)+' '+p.zoneOffset,p.category&&p.category.slug+'='+p.category.name,p.tags.join('/'),p.sourceName,p.wantedSlug,p.identityKey,p.language,p.isDraft?'DRAFT':'',p.digest?.slice(0,20),p.notes.map(x=>x.code+(x.line?':'+x.line:'')+(x.params?JSON.stringify(x.params):'')).join(' ')].join(' | '));
}
console.log({n,rej,ms:Math.round(performance.now()-t0),parseMs:Math.round(parse),perSecond:Math.round(n/parse*1000),max:Math.round(max),maxp});
console.log(counts);
