"""Style sheets of pages that style whatever they meet: thirty that must change nothing of the chat.

Rules that turn, filter or hide the root element itself are left out: they turn, filter or hide everything.
"""

HOSTILE = (
    "* { font: italic 900 40px/3 cursive !important }",
    "* { color: red !important; background: lime !important }",
    "* { margin: 30px !important; padding: 30px !important; border: 9px dashed blue !important }",
    "* { direction: rtl !important; unicode-bidi: bidi-override !important }",
    "* { text-transform: uppercase !important; letter-spacing: 9px; word-spacing: 20px; text-indent: 50px }",
    "* { box-sizing: content-box !important; width: 300px !important; height: 77px !important }",
    "* { visibility: hidden !important }",
    "* { text-align: right !important; text-decoration: line-through wavy red; text-shadow: 3px 3px 3px red }",
    "* { scrollbar-color: red yellow !important; scrollbar-width: none !important; caret-color: red }",
    "* { outline: 5px solid red !important; box-shadow: 0 0 20px red !important; border-radius: 0 !important }",
    "* { white-space: pre !important; word-break: break-all; hyphens: auto; tab-size: 20; line-height: .5 !important }",
    "* { list-style: none !important; float: left !important; vertical-align: top !important; columns: 3 }",
    "*, *::before, *::after { content: 'x' !important; font-size: 30px !important }",
    "*::placeholder, *::selection, *::marker { color: red !important; font-size: 40px !important }",
    "*::-webkit-scrollbar { width: 60px !important; background: red !important }",
    "* { cursor: none !important; pointer-events: none !important; user-select: none !important }",
    "html { font-size: 40px; line-height: 4; color: red; color-scheme: dark; letter-spacing: 5px }",
    "html, body { height: 9000px; width: 9000px; overflow: visible; margin: 200px; display: grid; gap: 90px }",
    "html > * { transform: rotate(20deg) scale(.5) !important; transform-origin: 0 0 !important }",
    "html > * { filter: invert(1) blur(3px) !important; opacity: .2 !important; mix-blend-mode: difference }",
    "html > * { display: none !important }",
    "html > * { zoom: 2 !important; clip-path: circle(20%) !important; mask: linear-gradient(red, transparent) }",
    "html > * { contain: strict !important; content-visibility: hidden !important; position: relative !important }",
    "html > * { animation: gone 1s forwards !important } @keyframes gone { to { opacity: 0; translate: 500px } }",
    "body { transform: rotate(90deg); filter: grayscale(1); perspective: 9px; will-change: transform; contain: paint }",
    (
        "frontdesk-chat { position: static !important; inset: 0 !important; display: flex !important;"
        " z-index: -1 !important; width: 1px !important; overflow: hidden !important; writing-mode: vertical-rl }"
    ),
    (
        ":not(:defined), :defined { display: contents !important; isolation: isolate !important; translate: 40px 40px }"
        " html, body { display: block !important; translate: none !important } head { display: none !important }"
    ),
    (
        "section, button, textarea, input, form, ul, li, p, a, h1, h2, header, div, span, svg, label, dialog {"
        " display: none !important; all: unset !important }"
    ),
    (
        "button { display: none } [part] { background: red !important } [role=log] { display: none !important }"
        " #panel, .panel, .message, .log, .header { display: none !important }"
    ),
    (
        ":host, :host *, ::slotted(*), :root *, ::part(x) { color: red !important; background: yellow !important }"
        " :root { writing-mode: horizontal-tb; text-orientation: upright; quotes: 'x' 'y'; orphans: 9; zoom: 1 }"
    ),
)
