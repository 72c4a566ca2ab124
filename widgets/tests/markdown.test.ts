/** Answers become nodes: what they say stays, whatever they hold, and however they are cut. */

import { expect, test } from "vitest";

import { createMarkdown } from "../customer/markdown.ts";
import { plain } from "../customer/view/links.ts";
import { seeded } from "./random.ts";

function written(text: string, pieces: number[] = []): HTMLElement {
  const box = document.createElement("div");
  const markdown = createMarkdown(box);
  for (const end of [...pieces, text.length]) {
    markdown.set(text.slice(0, end), end === text.length);
    while (markdown.step());
  }
  return box;
}

const html = (text: string): string => written(text).innerHTML;
const A = 'target="_blank" rel="noopener noreferrer nofollow"';

test.each([
  ["plain words", "<p>plain words</p>"],
  ["one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"],
  ["**bold** *it* __bold__ _it_ ~~gone~~ `co**de`", "<p><strong>bold</strong> <em>it</em> <strong>bold</strong> <em>it</em> <s>gone</s> <code>co**de</code></p>"],
  ["***both*** snake_case_name 2 * 3 * 4", "<p><strong><em>both</em></strong> snake_case_name 2 * 3 * 4</p>"],
  ["# Title #\ntext", "<h3>Title</h3><p>text</p>"],
  ["a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"],
  ["> said\n> twice", "<blockquote><p>said<br>twice</p></blockquote>"],
  ["- one\n- two\n  - deep\n- three", "<ul><li>one</li><li>two<ul><li>deep</li></ul></li><li>three</li></ul>"],
  ["3. c\n\n4. d\n\nend", '<ol start="3"><li>c</li><li>d</li></ol><p>end</p>'],
  ["1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"],
  ["```js\nif (a < b) **c**\n```\nafter", '<pre class="wide" tabindex="0"><code>if (a &lt; b) **c**</code></pre><p>after</p>'],
  ["\\*not\\* $5 and $10", "<p>*not* $5 and $10</p>"],
  ["<b>no</b> &amp; <img src=x onerror=alert(1)>", "<p>&lt;b&gt;no&lt;/b&gt; &amp;amp; &lt;img src=x onerror=alert(1)&gt;</p>"],
  ["I am [NAME_1], not [this]", "<p>I am [NAME_1], not [this]</p>"],
  ["[shop](https://a.example/x?y=1)", `<p><a href="https://a.example/x?y=1" ${A}>shop</a></p>`],
  ['[a](https://a.example/b_(c) "title").', `<p><a href="https://a.example/b_(c)" ${A}>a</a>.</p>`],
  ["see https://a.example/x_y_z.", `<p>see <a href="https://a.example/x_y_z" ${A}>https://a.example/x_y_z</a>.</p>`],
  ["(mail ada@shop.example)", "<p>(mail ada@shop.example)</p>"],
  ["[call](tel:+431234)", `<p><a href="tel:+431234" ${A}>call</a></p>`],
  ["![cat](https://a.example/cat.png)", `<p><a href="https://a.example/cat.png" ${A}>cat</a></p>`],
])("%s", (text, expected) => expect(html(text)).toBe(expected));

test("a table has its own scroll box, and a row may be short", () => {
  const box = written("| a | b |\n|---|:-:|\n| 1 | **2** |\n| `x` \\| y |");
  expect(Array.from(box.querySelectorAll("th, td"), (cell) => cell.textContent)).toEqual(["a", "b", "1", "2", "x | y"]);
  expect(box.querySelector("div.wide > table strong")!.textContent).toBe("2");
});

test.each([
  "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "/relative", "//host",
  "file:///etc/passwd", "\u0001javascript:alert(1)", "java\tscript:alert(1)", "#here", "about:blank",
])("a link to %j leads nowhere, and its words stay", (address) => {
  for (const text of [`[words](${address})`, `![words](${address})`, `<${address}>`, `[words](<${address}>)`]) {
    const box = written(text);
    expect(box.querySelector("a, img")).toBeNull();
    expect(box.textContent).toContain(text.startsWith("<") ? "" : "words");
  }
});

const SIGNS = ["**", "*", "_", "__", "`", "```\n", "~~", "[", "](", ")", "](https://a.example/)", "\n", "\n\n", "- ", "\n- ", "\n  - ", "1. ",
  "> ", "# ", "| ", "|", "\n|---|---|\n", "\\", "$", "<br>", "word", "two words ", "é漢字", "https://b.example/x_y", "---", " "];

test("an answer is the same however it is cut, and no word is lost", () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = seeded(seed);
    const pick = (most: number): number => Math.floor(random() * most);
    const text = Array.from({ length: 1 + pick(40) }, () => SIGNS[pick(SIGNS.length)]).join("");
    const cuts = Array.from({ length: pick(20) }, () => pick(text.length)).sort((one, other) => one - other);
    const once = written(text);
    expect(written(text, cuts).innerHTML, JSON.stringify(text)).toBe(once.innerHTML);
    const words = (of: string): number => of.match(/word/g)?.length ?? 0;
    expect(words(once.innerHTML), JSON.stringify(text)).toBeGreaterThanOrEqual(words(text) - words(lost(text)));
  }
});

/** What stands after an opening fence names a language and is not shown. */
function lost(text: string): string {
  return (text.match(/```[^\n]*/g) ?? []).join(" ");
}

test("what is written stays the same nodes while more comes", () => {
  const box = document.createElement("div");
  const markdown = createMarkdown(box);
  const show = (text: string): void => {
    markdown.set(text, false);
    markdown.step();
  };
  show("First [link](https://a.example/) done.\n\n- one\n- two ");
  const kept = [box.querySelector("a"), box.querySelector("li"), box.querySelector("ul")];
  show("First [link](https://a.example/) done.\n\n- one\n- two **more** words\n\nEnd of it ");
  expect([box.querySelector("a"), box.querySelector("li"), box.querySelector("ul")]).toEqual(kept);
  expect(box.querySelector("a")).toBe(kept[0]);
  expect(box.querySelector("li")).toBe(kept[1]);
});

test("what is shown stays the same node where a box ends and the next begins", () => {
  const text = Array.from({ length: 60 }, (_, number) => `[link ${number}](https://a.example/${number}) and words after it.`).join("\n\n");
  const box = document.createElement("div");
  const markdown = createMarkdown(box);
  const seen = new Map<string, Element>();
  for (let end = 1; end <= text.length; end += 7) {
    markdown.set(text.slice(0, end), false);
    while (markdown.step());
    for (const link of box.querySelectorAll("a")) {
      if (!seen.has(link.href)) seen.set(link.href, link);
      expect(link).toBe(seen.get(link.href));
    }
  }
  expect(box.querySelector(":scope > div")).not.toBeNull();
});

test("the blocks of a long answer are the same however it is cut, in boxes that do not hold many", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = seeded(seed);
    const lines = Array.from({ length: 90 }, (_, number) => "word ".repeat(1 + Math.floor(random() * 30)) + number);
    const text = lines.join("\n\n");
    const cuts = Array.from({ length: 30 }, () => Math.floor(random() * text.length)).sort((one, other) => one - other);
    const box = written(text, cuts);
    expect(box.innerHTML.replace(/<\/?div>/g, "")).toBe(lines.map((line) => `<p>${line}</p>`).join(""));
    for (const part of [box, ...box.children]) expect(part.querySelectorAll(":scope > p").length).toBeLessThan(40);
    const markdown = createMarkdown(box);
    markdown.set("Another answer", true);
    markdown.step();
    expect(box.innerHTML).toBe("<p>Another answer</p>");
  }
});

test("a word that still grows is not shown yet, emphasis is shown before it ends", () => {
  const box = document.createElement("div");
  const markdown = createMarkdown(box);
  markdown.set("It **takes three da", false);
  markdown.step();
  expect(box.innerHTML).toBe("<p>It <strong>takes three</strong></p>");
  markdown.set("Another answer", true);
  markdown.step();
  expect(box.innerHTML).toBe("<p>Another answer</p>");
});

test.each([
  ["many stars", "*".repeat(16_000)], ["many brackets", "[".repeat(16_000)], ["many quotes", "> ".repeat(8_000)],
  ["open bold", "**a ".repeat(4_000)], ["ticks", "` ``  ".repeat(3_000)], ["parens", "[a](".repeat(4_000)],
  ["deep lists", Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")],
])("%s cost little", (_, text) => {
  const took = Array.from({ length: 3 }, () => {
    const since = process.cpuUsage();
    written(text);
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1_000; // ms
  });
  expect(Math.min(...took)).toBeLessThan(1_500); // other work only adds
});

test("people's words stay as they typed them", () => {
  const box = document.createElement("div");
  box.append(...plain("**no** <b>\nhttps://a.example/x, or ada@shop.example! javascript:alert(1)"));
  expect(box.textContent).toBe("**no** <b>\nhttps://a.example/x, or ada@shop.example! javascript:alert(1)");
  expect(Array.from(box.querySelectorAll("a"), (link) => link.href)).toEqual(["https://a.example/x", "mailto:ada@shop.example"]);
});
