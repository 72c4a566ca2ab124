#!/usr/bin/env node
// loadgen.mjs - load client for streamed chat turns. One file, no dependencies, Node >= 18.
// Raw TCP + minimal HTTP/1.1; per turn: time to first token, full time, completeness; server CPU and RSS from /proc.
import net from 'node:net';
import fs from 'node:fs';
import crypto from 'node:crypto';

const HELP = `loadgen.mjs - load client for streamed chat turns (loopback only)

usage: node loadgen.mjs --url http://127.0.0.1:8000/v1/chat/completions [options]

load     --count 1000        turns to run (closed loop)          --conc 16     turns in flight
         --rate R            open loop: R turns/s, latency counted from the planned start (--conc then caps
                             the open connections, default 1000)
         --warmup 0          turns run first and not counted     --max-seconds 60   stop by itself
         --timeout 30        seconds for one turn                --close       new connection per turn
request  --body JSON|@file   {{n}} is replaced by the turn's number, {{w}} by the connection's (0..conc-1)
         --header 'K: V'     repeatable, same replacements       --method POST
         --stub 'ttft=200 tps=50'   shorthand: puts [[stub ...]] into the default body's message
frontdesk --frontdesk SITE_KEY   --url is then the service's address: each connection has a session and a conversation of
         its own, made before a turn that needs them (counted in the server's CPU, not in the turn's time) and renewed
         after --turns 20; a turn must also end with the outcome "answered"        --text '...'   what the customer asks
done     --first tok0        a turn's first token is this text arriving    --last tok63   and it must hold this
         --expect 200        any other status is an error
         (give --first '' to time the first body byte; --last '' to accept any clean end)
server   --pid PID           CPU seconds (user+sys) and RSS of this process and all its children, repeatable
hold     --hold S            scale mode: open --count streams, wait till each has its first token, hold S
                             seconds, sample RSS, drop them all. Use a slow upstream (--stub 'tps=1 tokens=120')
         --ramp 200          new streams per second in scale mode
output   --json              one JSON object on one line; otherwise a few lines of text
`;
const o = { count: 1000, conc: 0, rate: 0, warmup: 0, 'max-seconds': 60, timeout: 30, method: 'POST', first: 'tok0', last: 'tok63', expect: 200, hold: 0, ramp: 200, header: [], pid: [], stub: '', frontdesk: '', turns: 20, text: 'How long does delivery to Norway take?' };
for (let a = process.argv.slice(2), i = 0; i < a.length; i++) {
  const k = a[i].replace(/^--/, '');
  if (k === 'help' || a[i] === '-h') { console.log(HELP); process.exit(0); }
  if (k === 'json' || k === 'close') o[k] = true;
  else if (k === 'header' || k === 'pid') o[k].push(a[++i]);
  else if (k in o || ['url', 'body'].includes(k)) { const v = a[++i]; o[k] = typeof o[k] === 'number' ? Number(v) : v; }
  else { console.error('unknown option ' + a[i] + '\n' + HELP); process.exit(2); }
}
if (!o.url) { console.error(HELP); process.exit(2); }
const u = new URL(o.url), port = +(u.port || 80), host = u.hostname;
if (!/^(127\.|localhost$|\[::1\]$)/.test(host)) { console.error('loopback only'); process.exit(2); }
if (!o.conc) o.conc = o.rate ? 1000 : 16;
let body = o.body ?? JSON.stringify({ model: 'stub', stream: true, messages: [{ role: 'system', content: 'You are a helpful support agent for Acme. Be brief.' }, { role: 'user', content: 'Where is my order number 48213? It was due on Monday. ' + (o.stub ? `[[stub ${o.stub}]]` : '') }] });
if (body.startsWith('@')) body = fs.readFileSync(body.slice(1), 'utf8');
const heads = o.header.map((h) => h + '\r\n').join('');
const dynamic = /\{\{[nw]\}\}/.test(body + heads);
const build = (n, w) => { const sub = (s) => (dynamic ? s.replaceAll('{{n}}', n).replaceAll('{{w}}', w) : s); const b = sub(body);
  return Buffer.from(`${o.method} ${u.pathname}${u.search} HTTP/1.1\r\nHost: ${u.host}\r\n${/content-type:/i.test(heads) ? '' : 'Content-Type: application/json\r\n'}Accept: text/event-stream\r\n${sub(heads)}${o.close ? 'Connection: close\r\n' : ''}Content-Length: ${Buffer.byteLength(b)}\r\n\r\n${b}`); };
const fixed = dynamic || o.frontdesk ? null : build(0, 0);

// ---------- Frontdesk: a session, a conversation, and a fresh message id a turn ----------
const ANSWERED = /"outcome": ?"answered"/;
async function post(path, body, token) {
  const r = await fetch(new URL(path, u), { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) } });
  if (r.status !== 201) throw new Error(`${path} ${r.status}`);
  return r.json();
}
async function converse() {
  const token = (await post('/v1/sessions', { site_key: o.frontdesk })).session_token;
  return { token, id: (await post('/v1/conversations', {}, token)).id, left: o.turns };
}
function message(s) {
  const b = JSON.stringify({ client_message_id: crypto.randomUUID(), text: o.text });
  s.left--;
  return Buffer.from(`POST /v1/conversations/${s.id}/messages HTTP/1.1\r\nHost: ${u.host}\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nAuthorization: Bearer ${s.token}\r\n${heads}Content-Length: ${Buffer.byteLength(b)}\r\n\r\n${b}`);
}

// ---------- /proc ----------
function tree(pid, out = []) {
  try { out.push(+pid); for (const t of fs.readdirSync(`/proc/${pid}/task`)) for (const c of fs.readFileSync(`/proc/${pid}/task/${t}/children`, 'utf8').trim().split(' ')) if (c) tree(c, out); } catch {}
  return out;
}
function proc() {
  let cpu = 0, rss = 0;
  for (const p of o.pid.flatMap((x) => tree(x))) try {
    const s = fs.readFileSync(`/proc/${p}/stat`, 'utf8'); const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
    cpu += (+f[11] + +f[12]) / 100;
    rss += +/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${p}/status`, 'utf8'))[1] / 1024;
  } catch {}
  return { cpu, rss };
}
const machine = () => { const f = fs.readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number); return { idle: f[3] + f[4], steal: f[7], all: f.slice(0, 8).reduce((a, b) => a + b) }; };

// ---------- one connection, one turn at a time ----------
const FIRST = o.first ? Buffer.from(o.first) : null, LAST = o.last ? Buffer.from(o.last) : null, OVER = Math.max(o.first.length, o.last.length);
let errors = {}, nerr = 0; const err = (e) => { nerr++; errors[e] = (errors[e] || 0) + 1; };
class Conn {
  constructor(w) { this.w = w; this.sock = null; }
  turn(n, cb, t0) {
    if (!o.frontdesk || this.session?.left > 0) return this.send(n, cb, t0);
    converse().then((s) => { this.session = s; this.send(n, cb, t0); }, (e) => { err(e.cause?.code || e.message); cb(false); });
  }
  send(n, cb, t0 = performance.now()) {
    Object.assign(this, { cb, t0, ttft: -1, sawLast: !LAST, state: 0, head: null, left: 0, tail: null, line: '', status: 0 });
    this.reused = !!this.sock;
    if (!this.sock) this.open();
    this.sock.write(o.frontdesk ? message(this.session) : fixed ?? build(n, this.w));
    this.timer = setTimeout(() => this.end('timeout'), o.timeout * 1000);
  }
  open() {
    const s = this.sock = net.connect({ port, host, noDelay: true });
    s.on('data', (d) => { if (s === this.sock && this.cb) this.data(d); });
    s.on('error', (e) => { if (s === this.sock) this.end(e.code || 'error'); });
    s.on('close', () => { if (s === this.sock) { this.sock = null; if (this.cb) { if (this.state === 5) this.end(); else this.end('closed early'); } } });
  }
  end(e) {
    const cb = this.cb; if (!cb) return;
    this.cb = null; clearTimeout(this.timer);
    if (!e && this.status !== o.expect) e = 'status ' + this.status;
    if (!e && !this.sawLast) e = 'truncated';
    if (!e && this.ttft < 0) e = 'no first token';
    if (!e && o.frontdesk && !ANSWERED.test(this.tail?.latin1Slice() ?? '')) e = 'not answered';
    if (e) this.session = null;
    if ((e || o.close || this.mustClose) && this.sock) { const s = this.sock; this.sock = null; s.destroy(); }
    if (e) err(e);
    cb(!e, this.ttft, performance.now() - this.t0);
  }
  seek(d) {                             // look for the markers in what just arrived
    const b = this.tail ? Buffer.concat([this.tail, d]) : d;
    if (this.ttft < 0 && (!FIRST || b.indexOf(FIRST) >= 0)) { this.ttft = performance.now() - this.t0; this.onfirst?.(); }
    if (!this.sawLast && b.indexOf(LAST) >= 0) this.sawLast = true;
    this.tail = o.frontdesk ? b.subarray(Math.max(0, b.length - 256)) : this.sawLast && this.ttft >= 0 ? null : b.subarray(Math.max(0, b.length - OVER - 8));
  }
  data(d) {
    let i = 0;
    if (this.state === 0) {             // head
      if (this.head) d = Buffer.concat([this.head, d]);
      const e = d.indexOf('\r\n\r\n'); if (e < 0) { this.head = d; return; }
      const h = d.latin1Slice(0, e).toLowerCase(); i = e + 4;
      this.status = +h.slice(9, 12); this.mustClose = /\r\nconnection: *close/.test(h);
      const cl = /\r\ncontent-length: *(\d+)/.exec(h);
      if (/\r\ntransfer-encoding: *chunked/.test(h)) this.state = 1;
      else if (cl) { this.state = 4; this.left = +cl[1]; if (!this.left) return this.end(); }
      else this.state = 5;
      if (i === d.length) return;
    }
    if (this.ttft < 0 || !this.sawLast || o.frontdesk) this.seek(i ? d.subarray(i) : d);
    if (this.state === 5) return;
    if (this.state === 4) { this.left -= d.length - i; if (this.left <= 0) this.end(); return; }
    while (i < d.length) {              // 1: size line, 2: data, 3: CRLF after data, 6: last CRLF
      if (this.state === 1) {
        const e = d.indexOf(10, i); if (e < 0) { this.line += d.latin1Slice(i); return; }
        const n = parseInt(this.line + d.latin1Slice(i, e), 16); this.line = ''; i = e + 1;
        if (n === 0) { this.left = 2; this.state = 6; } else { this.left = n; this.state = 2; }
      } else { const k = Math.min(this.left, d.length - i); this.left -= k; i += k;
        if (this.left === 0) { if (this.state === 6) return this.end(); if (this.state === 2) { this.state = 3; this.left = 2; } else this.state = 1; } }
    }
  }
}

// ---------- the runs ----------
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const q = (a, p) => (a.length ? a[Math.min(a.length - 1, Math.floor(a.length * p))] : null);
const r3 = (x) => (x == null ? null : Math.round(x * 1000) / 1000);
function dist(a) { a.sort((x, y) => x - y); return { p50: r3(q(a, 0.5)), p95: r3(q(a, 0.95)), p99: r3(q(a, 0.99)), max: r3(a[a.length - 1]), min: r3(a[0]) }; }

async function loop(count, record) {
  const conns = Array.from({ length: Math.min(o.conc, o.rate ? o.conc : count) }, (_, w) => new Conn(w));
  let n = 0, done = 0; const stop = performance.now() + o['max-seconds'] * 1000;
  if (o.rate) {
    const free = [...conns].reverse(), t0 = performance.now(); let dropped = 0;
    await new Promise((res) => {
      const tick = () => {
        const now = performance.now();
        while (n < count && t0 + (n / o.rate) * 1000 <= now) {
          const planned = t0 + (n / o.rate) * 1000, c = free.pop(); n++;
          if (!c) { dropped++; err('no free connection'); done++; continue; }
          c.turn(n, (ok, a, b) => { free.push(c); done++; if (ok) record(a, b); if (done >= count) res(); }, planned);
        }
        if (done >= count || now > stop) return res();
        setTimeout(tick, 1);
      }; tick();
    });
  } else await Promise.all(conns.map((c) => new Promise((res) => {
    const next = () => { if (n >= count || performance.now() > stop) return res(); c.turn(n++, (ok, a, b) => { done++; if (ok) record(a, b); if (!ok) setImmediate(next); else next(); }); };
    next();
  })));
  for (const c of conns) { const s = c.sock; c.sock = null; s?.destroy(); }
  return done;
}
async function load() {
  if (o.warmup) await loop(o.warmup, () => {});
  errors = {}; nerr = 0;
  const ttft = [], full = [], p0 = proc(), m0 = machine(), c0 = process.cpuUsage(), t0 = performance.now();
  const done = await loop(o.count, (a, b) => { ttft.push(a); full.push(b); });
  const secs = (performance.now() - t0) / 1000, p1 = proc(), m1 = machine(), c1 = process.cpuUsage(c0), ok = full.length;
  return { mode: o.rate ? 'open' : 'closed', conc: o.conc, rate: o.rate || undefined, turns: done, ok, errors: nerr, error_kinds: errors, seconds: r3(secs), turns_per_s: r3(ok / secs),
    ttft_ms: dist(ttft), full_ms: dist(full),
    server: o.pid.length ? { cpu_s: r3(p1.cpu - p0.cpu), cpu_ms_per_turn: r3(((p1.cpu - p0.cpu) * 1000) / Math.max(1, done)), turns_per_cpu_s: r3(ok / Math.max(0.001, p1.cpu - p0.cpu)), rss_mb: r3(p1.rss) } : undefined,
    client_cpu_s: r3((c1.user + c1.system) / 1e6), machine: { idle_share: r3((m1.idle - m0.idle) / (m1.all - m0.all)), steal_share: r3((m1.steal - m0.steal) / (m1.all - m0.all)) } };
}
async function hold() {
  const p0 = proc(), t0 = performance.now(); let first = 0, ended = 0; const ttft = []; const conns = [];
  o.timeout = o['max-seconds'];
  for (let w = 0; w < o.count; w++) {
    const c = new Conn(w); conns.push(c);
    c.onfirst = () => { first++; ttft.push(c.ttft); };
    c.turn(w, () => { ended++; });
    const due = t0 + ((w + 1) / o.ramp) * 1000; if (due > performance.now() + 2) await sleep(due - performance.now());
  }
  const stop = t0 + o['max-seconds'] * 1000;
  while (first + nerr < o.count && performance.now() < stop) await sleep(50);
  const opened = first, a = proc(), h0 = performance.now(); let peak = a.rss;
  while (performance.now() - h0 < o.hold * 1000) { await sleep(250); peak = Math.max(peak, proc().rss); }
  const b = proc(), hs = (performance.now() - h0) / 1000, open = opened - ended;
  for (const c of conns) { c.cb = null; clearTimeout(c.timer); c.sock?.destroy(); }
  await sleep(1500); const z = proc();
  return { mode: 'hold', streams: o.count, got_first_token: opened, still_open: open, errors: nerr, error_kinds: errors, ttft_ms: dist(ttft), rss_before_mb: r3(p0.rss), rss_open_mb: r3(b.rss), rss_peak_mb: r3(peak), kb_per_stream: r3(((b.rss - p0.rss) * 1024) / Math.max(1, opened)), cpu_share_while_open: r3((b.cpu - a.cpu) / hs), rss_after_mb: r3(z.rss) };
}
const res = await (o.hold ? hold() : load());
if (o.json) console.log(JSON.stringify(res));
else console.log(JSON.stringify(res, null, 1).replace(/\n\s{2,}/g, ' ').replace(/\n \}/g, ' }'));
process.exit(nerr && !o.json ? 1 : 0);
