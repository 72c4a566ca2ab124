from tests.browser.test_widget_security import *
import tests.browser.test_widget_security as t
def test_dbg(shop, page):
    page.clock.set_fixed_time("2026-11-21T12:00:00Z")
    chat = visit(page, shop); chat.open(); chat.say(QUESTION); chat.shows("That is all."); page.wait_for_timeout(300)
    opened = inner_boxes(chat.panel, CORNER)
    style = page.add_style_tag(content=" ")
    plain=t._shots(page,opened); open("/tmp/fd/texts_plug/a.png","wb").write(plain[0])
    for prop in ["font-size:40px","line-height:4","color:red","color-scheme:dark","letter-spacing:5px"]:
        style.evaluate("(style, sheet) => { style.textContent = sheet }", "html{%s}"%prop)
        b=inner_boxes(chat.panel, CORNER); s=t._shots(page,opened)
        print(prop, b==opened, s==plain)
        if s!=plain: open("/tmp/fd/texts_plug/b.png","wb").write(s[0])
    page.screenshot(path="/tmp/fd/texts_plug/c.png")
