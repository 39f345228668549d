import { PerformanceObserver } from 'node:perf_hooks'
const gcs: {start:number,d:number,kind:number}[]=[]
new PerformanceObserver((list)=>{for(const e of list.getEntries()) gcs.push({start:e.startTime,d:e.duration,kind:(e as any).detail.kind})}).observe({entryTypes:['gc']})
export function openProbe() {
  let hold=0, computing=0
  let last=performance.now(), lastOurs=ours()
  const all:number[]=[]
  const holds:any[]=[]
  const look=()=>{const now=performance.now(), n=ours();hold=Math.max(hold,now-last-5);const c=n-lastOurs;computing=Math.max(computing,c);all.push(c)
   if(c>24) holds.push([c,last,now])
   last=now;lastOurs=n}
  const timer=setInterval(look,5)
  return {close:()=>{clearInterval(timer);look();all.sort((a,b)=>b-a);console.error('worst cpu',all.slice(0,8).map(x=>x.toFixed(1)).join(' '));
   setTimeout(()=>{for(const [c,a,b] of holds)console.error('HOLD cpu',c.toFixed(1),'wall',(b-a).toFixed(1),'at',a.toFixed(0),'us',Math.round(Number(process.hrtime.bigint())/1000-(performance.now()-a)*1000),Math.round(Number(process.hrtime.bigint())/1000-(performance.now()-b)*1000),'gc',JSON.stringify(gcs.filter(g=>g.start+g.d>=a-1&&g.start<=b+1).map(g=>[g.kind,+g.d.toFixed(1)])))},30)
   return {hold,computing}}}
}
function ours(){const {user,system}=process.threadCpuUsage();return (user+system)/1000}
